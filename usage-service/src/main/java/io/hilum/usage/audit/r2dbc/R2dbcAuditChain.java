package io.hilum.usage.audit.r2dbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.hilum.trust.row.Columns;
import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditEvent;
import io.hilum.usage.audit.AuditQuery;
import io.hilum.usage.audit.ForkedArchiveException;
import io.hilum.usage.audit.PatientQuery;
import io.hilum.usage.audit.chain.CanonicalJson;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.audit.verify.StoredColumns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The chain in Postgres. The row lock of the chain's end puts the events of all
 * partitions and instances into one order.
 */
@Repository
class R2dbcAuditChain implements AuditChain {

	private final DatabaseClient database;

	private final JsonMapper json;

	R2dbcAuditChain(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	@Override
	public Mono<Long> append(List<AuditEvent> events) {
		return this.database.sql(AuditSql.LOCK_TIP)
			.map(R2dbcAuditChain::tip)
			.one()
			.flatMap((tip) -> fresh(events).flatMap((fresh) -> fresh.isEmpty() ? Mono.just(0L) : link(tip, fresh)));
	}

	@Override
	public Mono<Long> restore(SignedHead head, List<ChainedEvent> events) {
		return this.database.sql(AuditSql.LOCK_TIP)
			.map(R2dbcAuditChain::tip)
			.one()
			.flatMap((tip) -> requireSame(tip, events).then(write(rows(tip, events))))
			.flatMap((count) -> add(head).thenReturn(count));
	}

	@Override
	public Mono<Tip> tip() {
		return this.database.sql(AuditSql.TIP).map(R2dbcAuditChain::tip).one();
	}

	@Override
	public Flux<ChainedEvent> events(long after, long last) {
		return this.database.sql(AuditSql.EVENTS)
			.bind("after", after)
			.bind("last", last)
			.map(R2dbcAuditChain::event)
			.all();
	}

	@Override
	public Flux<ChainedEvent> find(AuditQuery query) {
		return this.database.sql(AuditSql.FIND)
			.bind("from", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, query.from()))
			.bind("to", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, query.to()))
			.bind("action", Parameters.in(R2dbcType.VARCHAR, query.action()))
			.bind("subject", Parameters.in(R2dbcType.VARCHAR, query.subject()))
			.bind("before", Parameters.in(R2dbcType.BIGINT, query.before()))
			.bind("limit", query.limit())
			.map(R2dbcAuditChain::unjudged)
			.all();
	}

	@Override
	public Flux<ChainedEvent> ofPatient(PatientQuery query) {
		return this.database.sql(AuditSql.OF_PATIENT)
			.bind("patient", query.patient())
			.bind("from", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, query.from()))
			.bind("to", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, query.to()))
			.bind("before", Parameters.in(R2dbcType.BIGINT, query.before()))
			.map(R2dbcAuditChain::unjudged)
			.all();
	}

	@Override
	public Mono<Boolean> lockForSealing() {
		return this.database.sql(AuditSql.LOCK_SEALING).mapValue(Boolean.class).one();
	}

	@Override
	public Mono<Void> add(SignedHead head) {
		return this.database.sql(AuditSql.ADD_HEAD)
			.bind("batch", head.head().batch())
			.bind("first", head.head().firstSequence())
			.bind("last", head.head().lastSequence())
			.bind("hash", head.head().hash())
			.bind("document", head.toJson())
			.then();
	}

	@Override
	public Flux<SignedHead> heads(long after, int limit) {
		return this.database.sql(AuditSql.HEADS)
			.bind("after", after)
			.bind("limit", limit)
			.mapValue(String.class)
			.all()
			.map(SignedHead::parse);
	}

	@Override
	public Mono<SignedHead> lastHead() {
		return this.database.sql(AuditSql.LAST_HEAD).mapValue(String.class).one().map(SignedHead::parse);
	}

	@Override
	public Mono<Void> expire(Expiry expiry) {
		Head last = expiry.last();
		return this.database.sql(AuditSql.ADD_EXPIRY)
			.bind("batch", last.batch())
			.bind("sequence", last.lastSequence())
			.bind("document", expiry.toJson())
			.then()
			.then(this.database.sql(AuditSql.REMOVE_EVENTS).bind("sequence", last.lastSequence()).then())
			.then(this.database.sql(AuditSql.REMOVE_HEADS).bind("batch", last.batch()).then())
			.then(this.database.sql(AuditSql.BEGIN_AFTER)
				.bind("sequence", last.lastSequence())
				.bind("hash", last.lastHash())
				.then());
	}

	@Override
	public Mono<Expiry> expiry() {
		return this.database.sql(AuditSql.EXPIRY).mapValue(String.class).one().map(Expiry::parse);
	}

	private Mono<List<AuditEvent>> fresh(List<AuditEvent> events) {
		Map<UUID, AuditEvent> byId = new LinkedHashMap<>();
		events.forEach((event) -> byId.putIfAbsent(event.id(), event));
		return this.database.sql(AuditSql.KNOWN)
			.bind("ids", byId.keySet().toArray(UUID[]::new))
			.mapValue(UUID.class)
			.all()
			.collect(Collectors.toSet())
			.map((Set<UUID> known) -> byId.values().stream().filter((event) -> !known.contains(event.id())).toList());
	}

	private Mono<Long> link(Tip tip, List<AuditEvent> events) {
		List<AuditRow> rows = new ArrayList<>(events.size());
		Tip end = tip;
		for (AuditEvent event : events) {
			ChainedEvent linked = ChainedEvent.link(end.sequence() + 1, end.hash(),
					CanonicalJson.write(this.json.valueToTree(event)));
			rows.add(AuditRow.of(linked, event));
			end = new Tip(linked.sequence(), linked.hash());
		}
		return write(rows);
	}

	private Mono<Long> write(List<AuditRow> rows) {
		if (rows.isEmpty()) {
			return Mono.just(0L);
		}
		return this.database.sql(AuditSql.APPEND)
			.bind("rows", this.json.writeValueAsString(rows))
			.then()
			.then(this.database.sql(AuditSql.MOVE_TIP)
				.bind("sequence", rows.getLast().sequence())
				.bind("hash", rows.getLast().hash())
				.then())
			.thenReturn((long) rows.size());
	}

	/**
	 * What the store still has of a batch must be what was sealed.
	 */
	private Mono<Void> requireSame(Tip tip, List<ChainedEvent> sealed) {
		List<ChainedEvent> expected = sealed.stream().filter((event) -> event.sequence() <= tip.sequence()).toList();
		return events(sealed.getFirst().sequence() - 1, sealed.getLast().sequence()).collectList()
			.filter(expected::equals)
			.switchIfEmpty(Mono
				.error(() -> new ForkedArchiveException("batch from event " + sealed.getFirst().sequence() + " on")))
			.then();
	}

	private List<AuditRow> rows(Tip tip, List<ChainedEvent> sealed) {
		return sealed.stream()
			.filter((event) -> event.sequence() > tip.sequence())
			.map((event) -> AuditRow.of(event, this.json.readValue(event.event(), AuditEvent.class)))
			.toList();
	}

	private static Tip tip(Readable row) {
		return new Tip(Columns.number(row, "sequence"), Columns.text(row, "hash"));
	}

	private static ChainedEvent unjudged(Readable row) {
		return new ChainedEvent(Columns.number(row, "sequence"), Columns.text(row, "hash"), Columns.text(row, "event"));
	}

	private static ChainedEvent event(Readable row) {
		StoredColumns columns = new StoredColumns(Columns.required(row, "event_id", UUID.class).toString(),
				Columns.instant(row, "time"), Columns.text(row, "service"), Columns.text(row, "action"),
				Columns.text(row, "request_id"), row.get("subject", String.class), Columns.text(row, "decision"),
				Columns.texts(row, "patients"));
		return new ChainedEvent(Columns.number(row, "sequence"), Columns.text(row, "hash"),
				columns.judge(Columns.text(row, "event")));
	}

}
