package io.hilum.usage.ledger.r2dbc;

/**
 * The statements of the ledger. Entries and totals are written by one statement, in which
 * the totals are summed up from the very rows that were new; so are identifiers, by a
 * trigger.
 */
final class LedgerSql {

	private static final String SUMS = """
			count(*), count(*) FILTER (WHERE outcome IN ('error', 'crashed')),
			sum(input_tokens), sum(cached_input_tokens), sum(cache_write_tokens), sum(output_tokens),
			sum(reasoning_tokens), sum(audio_input_tokens), sum(audio_output_tokens), sum(cost_nano_usd)
			""";

	private static final String INSERT_TOTALS = """
			INSERT INTO usage.usage_slot AS s (slot, team, subject, model, requests, errors, input_tokens,
				cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, audio_input_tokens,
				audio_output_tokens, cost_nano_usd)
			SELECT usage.slot_of(time), team, subject, coalesce(served_model, requested_model), %s
			FROM %s GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
			""";

	static final String APPEND = """
			WITH event AS (
				SELECT DISTINCT ON (e.id) e.*, item AS event
				FROM jsonb_array_elements(CAST(:events AS jsonb)) AS item, jsonb_to_record(item) AS e (
					id uuid, time timestamptz, "requestId" text, subject text, roles text[], team text,
					application text, "keyId" text, purpose text, endpoint text, stream boolean,
					"requestedModel" text, "servedModel" text, deployment text, provider text, region text,
					agreement text, outcome text, status integer, "errorCode" text, tokens jsonb, source text,
					prices jsonb, "costNanoUsd" bigint, hold jsonb, timing jsonb, phi jsonb, "catalogueVersion" text)
				ORDER BY e.id
			), fresh AS (
				INSERT INTO usage.ledger_event_id (event_id) SELECT id FROM event ORDER BY id
				ON CONFLICT DO NOTHING RETURNING event_id
			), entry AS (
				INSERT INTO usage.ledger_entry (event_id, time, request_id, subject, roles, team, application, key_id,
					purpose, endpoint, stream, requested_model, served_model, deployment, provider, region, agreement,
					outcome, status, error_code, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens,
					reasoning_tokens, audio_input_tokens, audio_output_tokens, source, price_version, cost_nano_usd,
					hold_id, hold_nano_usd, first_token_millis, total_millis, overhead_millis, phi_state,
					catalogue_version, event)
				SELECT id, time, "requestId", subject, roles, team, application, "keyId", purpose, endpoint, stream,
					"requestedModel", "servedModel", deployment, provider, region, agreement, outcome, status,
					"errorCode", CAST(tokens ->> 'input' AS bigint), CAST(tokens ->> 'cachedInput' AS bigint),
					CAST(tokens ->> 'cacheWrite' AS bigint), CAST(tokens ->> 'output' AS bigint),
					CAST(tokens ->> 'reasoning' AS bigint), CAST(tokens ->> 'audioInput' AS bigint),
					CAST(tokens ->> 'audioOutput' AS bigint), source, prices ->> 'version', "costNanoUsd",
					hold ->> 'id', CAST(hold ->> 'nanoUsd' AS bigint), CAST(timing ->> 'firstTokenMillis' AS bigint),
					CAST(timing ->> 'totalMillis' AS bigint), CAST(timing ->> 'overheadMillis' AS bigint),
					phi ->> 'state', "catalogueVersion", event
				FROM event JOIN fresh ON fresh.event_id = event.id
				RETURNING *
			), total AS (
			""" + INSERT_TOTALS.formatted(SUMS, "entry") + """
				ON CONFLICT (slot, team, subject, model) DO UPDATE SET
					requests = s.requests + excluded.requests,
					errors = s.errors + excluded.errors,
					input_tokens = s.input_tokens + excluded.input_tokens,
					cached_input_tokens = s.cached_input_tokens + excluded.cached_input_tokens,
					cache_write_tokens = s.cache_write_tokens + excluded.cache_write_tokens,
					output_tokens = s.output_tokens + excluded.output_tokens,
					reasoning_tokens = s.reasoning_tokens + excluded.reasoning_tokens,
					audio_input_tokens = s.audio_input_tokens + excluded.audio_input_tokens,
					audio_output_tokens = s.audio_output_tokens + excluded.audio_output_tokens,
					cost_nano_usd = s.cost_nano_usd + excluded.cost_nano_usd
			)
			SELECT count(*) FROM entry
			""";

	static final String OF_REQUEST = """
			SELECT CAST(event AS text) FROM usage.ledger_entry WHERE request_id = :requestId
			ORDER BY time DESC, event_id LIMIT 100
			""";

	static final String PREPARE = """
			SELECT count(usage.create_ledger_month(month)) FROM unnest(CAST(:months AS date[])) AS month
			""";

	// Intake that has written entries waits at the totals for this lock: its entries are
	// not yet seen here, and it adds them afterwards, identifiers too.
	static final String LOCK_TOTALS = "LOCK TABLE usage.usage_slot IN SHARE ROW EXCLUSIVE MODE";

	static final String TAKE_TIME = "SET LOCAL statement_timeout = '30min'";

	static final String REBUILD_IDENTIFIERS = "SELECT usage.rebuild_identifiers()";

	static final String REBUILD_TOTALS = INSERT_TOTALS.formatted(SUMS, "usage.ledger_entry") + " RETURNING s.requests";

	private LedgerSql() {
	}

}
