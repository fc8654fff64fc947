package io.hilum.systemtests.invariants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.systemtests.evidence.Books;
import io.hilum.systemtests.evidence.BudgetCounters;
import io.hilum.systemtests.evidence.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the evidence: ledger and audit by SQL, topics as a consumer without a group,
 * Redis by its own commands, and what the driver wrote down.
 */
public final class Witness {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String SUMS = """
			sum(input_tokens + cached_input_tokens + cache_write_tokens + audio_input_tokens),
			sum(output_tokens + reasoning_tokens + audio_output_tokens), sum(cost_nano_usd)
			""";

	private final Books books;

	private final Topics topics;

	private final BudgetCounters counters;

	private final Journal journal;

	public Witness(Books books, Topics topics, BudgetCounters counters, Journal journal) {
		this.books = books;
		this.topics = topics;
		this.counters = counters;
		this.journal = journal;
	}

	public Evidence evidence() {
		List<Published> published = published();
		return new Evidence(this.journal.asked(), this.journal.reached(), of("hilum.usage.v1", published),
				of("hilum.audit.v1", published), ledger(), texts("select event_id from usage.ledger_event_id"), kept(),
				summed(), texts("select event_id from usage.posting group by event_id having sum(nano_usd) <> 0"),
				chain(), String.join("", texts("select hash from usage.audit_tip")), waiting(), counters(),
				this.counters.holds(), limits(), this.journal.losses());
	}

	/**
	 * How many rows the ledger has, for those who wait for them.
	 */
	public long entries() {
		return this.books.query("select count(*) from usage.ledger_entry", (row) -> row.getLong(1)).getFirst();
	}

	private List<Entry> ledger() {
		return this.books.query("""
				select event_id, time, request_id, team, coalesce(application, ''), coalesce(key_id, ''), subject,
				outcome, source, input_tokens + cached_input_tokens + cache_write_tokens,
				output_tokens + reasoning_tokens, cost_nano_usd, coalesce(hold_nano_usd, 0), total_millis
				from usage.ledger_entry""",
				(row) -> new Entry(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3),
						row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
						row.getString(9), row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13),
						row.getLong(14)));
	}

	private List<Total> kept() {
		return totals("select slot || '|' || team || '|' || subject || '|' || model, sum(requests), " + SUMS
				+ " from usage.usage_slot group by 1");
	}

	private List<Total> summed() {
		return totals("""
				select date_bin('15 minutes', time, timestamptz '2000-01-01 00:00:00+00') || '|' || team || '|' ||
				subject || '|' || coalesce(served_model, requested_model), count(*),
				""" + SUMS + " from usage.ledger_entry group by 1");
	}

	private List<Total> totals(String sql) {
		return this.books.query(sql,
				(row) -> new Total(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
	}

	private List<Link> chain() {
		return this.books.query("""
				select sequence, event_id, request_id, service, action, decision, event, hash
				from usage.audit_event order by sequence""",
				(row) -> new Link(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6), row.getString(7), row.getString(8)));
	}

	private List<String> waiting() {
		return texts("select 'outbox ' || id from usage.outbox union all "
				+ "select 'dead letter ' || topic || ' ' || partition || ' ' || record_offset from usage.dead_letter");
	}

	private List<Limit> limits() {
		return this.books.query("select id, limit_nano_usd from usage.budget where mode = 'hard'",
				(row) -> new Limit(row.getString(1), row.getLong(2)));
	}

	private List<Counter> counters() {
		List<Counter> all = new ArrayList<>();
		this.counters.all().forEach((key, fields) -> all.add(counter(key, fields)));
		return all;
	}

	/** A key ends with the unit and the first day of its window. */
	private static Counter counter(String key, Map<String, String> fields) {
		return new Counter(key, key.replaceFirst(":[^:]+:[^:]+$", ""), number(fields, "spent"), number(fields, "held"));
	}

	private static long number(Map<String, String> fields, String name) {
		return Long.parseLong(fields.getOrDefault(name, "0"));
	}

	private List<Published> published() {
		List<Published> all = new ArrayList<>();
		this.topics.forEach((item) -> {
			if (item.value() != null
					&& (item.topic().equals("hilum.usage.v1") || item.topic().equals("hilum.audit.v1"))) {
				var event = JSON.readTree(new String(item.value(), StandardCharsets.UTF_8));
				all.add(new Published(item.topic(), item.partition(), item.offset(), event.path("id").asString(""),
						event.path("requestId").asString("")));
			}
		});
		return all;
	}

	private static List<Published> of(String topic, List<Published> all) {
		return all.stream().filter((event) -> event.topic().equals(topic)).toList();
	}

	private List<String> texts(String sql) {
		return this.books.query(sql, (row) -> row.getString(1));
	}

}
