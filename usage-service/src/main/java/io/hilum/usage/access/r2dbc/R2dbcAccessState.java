package io.hilum.usage.access.r2dbc;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.hilum.trust.row.Columns;
import io.hilum.usage.access.AccessEvent;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.outbox.Outbox;
import io.hilum.usage.outbox.OutboxRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The state of keys and budgets in Postgres. The row of a key is locked until its event
 * is in the outbox, so that events of one key wait there in the order of their versions.
 */
@Repository
class R2dbcAccessState implements AccessState {

	private static final String TYPE = "hilum.access.changed.v1";

	private static final String NEXT_VERSION = """
			INSERT INTO usage.access_state AS s (key, version, value, changed_at) VALUES (:key, :millis, '', :now)
			ON CONFLICT (key) DO UPDATE SET version = greatest(s.version + 1, :millis), changed_at = :now
			RETURNING s.version
			""";

	private static final String STORE = "UPDATE usage.access_state SET value = :value WHERE key = :key";

	private static final String ALL = "SELECT key, version FROM usage.access_state ORDER BY changed_at, key";

	private static final String LOCK = "SELECT value FROM usage.access_state WHERE key = :key FOR UPDATE";

	private final DatabaseClient database;

	private final Outbox outbox;

	private final JsonMapper json;

	private final Clock clock;

	R2dbcAccessState(DatabaseClient database, Outbox outbox, JsonMapper json, Clock clock) {
		this.database = database;
		this.outbox = outbox;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public Mono<Long> change(AccessEvent event) {
		String key = event.kind() + ":" + event.id();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return this.database.sql(NEXT_VERSION)
			.bind("key", key)
			.bind("millis", now.toEpochMilli())
			.bind("now", now)
			.mapValue(Long.class)
			.one()
			.flatMap((version) -> store(key, toJson(event, version, now)).thenReturn(version));
	}

	@Override
	public Flux<Entry> all() {
		return this.database.sql(ALL)
			.map((row) -> new Entry(Columns.text(row, "key"), Columns.number(row, "version")))
			.all();
	}

	@Override
	public Mono<Void> publishAgain(String key) {
		return this.database.sql(LOCK)
			.bind("key", key)
			.mapValue(String.class)
			.one()
			.flatMap((value) -> publish(key, value));
	}

	private Mono<Void> store(String key, String value) {
		return this.database.sql(STORE).bind("key", key).bind("value", value).then().then(publish(key, value));
	}

	private Mono<Void> publish(String key, String value) {
		return this.outbox.append(new OutboxRecord(UUID.randomUUID(), TOPIC, key, TYPE, this.clock.instant(), value));
	}

	private String toJson(AccessEvent event, long version, Instant now) {
		ObjectNode tree = this.json.createObjectNode();
		tree.put("kind", event.kind()).put("id", event.id()).put("version", version).put("changedAt", now.toString());
		tree.setAll((ObjectNode) this.json.valueToTree(event));
		return this.json.writeValueAsString(tree);
	}

}
