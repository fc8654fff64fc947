package io.hilum.usage.provision.r2dbc;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.hilum.trust.row.Columns;
import io.hilum.usage.provision.ProvisionedHour;
import io.hilum.usage.provision.ProvisionedHours;
import io.hilum.usage.provision.ProvisionedUse;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Hours in Postgres. Who used a deployment is what the ledger says; what a cache answered
 * never reached it.
 */
@Repository
class R2dbcProvisionedHours implements ProvisionedHours {

	private static final String APPEND = """
			INSERT INTO usage.provisioned_hour (deployment, hour, provider, region, model, units, nano_usd_per_unit_hour,
				cost_nano_usd, catalogue_version)
			SELECT DISTINCT ON (deployment, hour) deployment, hour, provider, region, model, units,
				"nanoUsdPerUnitHour", "costNanoUsd", "catalogueVersion"
			FROM jsonb_to_recordset(CAST(:hours AS jsonb)) AS h (deployment text, hour timestamptz, provider text,
				region text, model text, units integer, "nanoUsdPerUnitHour" bigint, "costNanoUsd" bigint,
				"catalogueVersion" text)
			ORDER BY deployment, hour
			ON CONFLICT DO NOTHING
			""";

	private static final String BETWEEN = """
			WITH paid AS (
				SELECT deployment, count(*) AS hours, CAST(sum(cost_nano_usd) AS bigint) AS cost
				FROM usage.provisioned_hour WHERE hour >= :from AND hour < :to GROUP BY deployment
			), used AS (
				SELECT deployment, team, CAST(sum(input_tokens + cached_input_tokens + cache_write_tokens + output_tokens
					+ reasoning_tokens + audio_input_tokens + audio_output_tokens) AS bigint) AS tokens
				FROM usage.ledger_entry
				WHERE time >= :from AND time < :to AND outcome <> 'cached' AND deployment IN (SELECT deployment FROM paid)
				GROUP BY deployment, team
			)
			SELECT paid.deployment, paid.hours, paid.cost, used.team, used.tokens
			FROM paid LEFT JOIN used ON used.deployment = paid.deployment ORDER BY 1, 4
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	R2dbcProvisionedHours(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	@Override
	public Mono<Void> append(List<ProvisionedHour> hours) {
		return this.database.sql(APPEND).bind("hours", this.json.writeValueAsString(hours)).then();
	}

	@Override
	public Flux<ProvisionedUse> between(Instant from, Instant to) {
		return this.database.sql(BETWEEN)
			.bind("from", from)
			.bind("to", to)
			.map(Row::of)
			.all()
			.bufferUntilChanged(Row::deployment)
			.map(R2dbcProvisionedHours::use);
	}

	private static ProvisionedUse use(List<Row> rows) {
		SortedMap<String, Long> tokens = new TreeMap<>();
		for (Row row : rows) {
			if (row.team() != null) {
				tokens.put(row.team(), row.tokens());
			}
		}
		Row first = rows.getFirst();
		return new ProvisionedUse(first.deployment(), first.hours(), first.cost(), tokens);
	}

	private record Row(String deployment, long hours, long cost, @Nullable String team, long tokens) {

		static Row of(Readable row) {
			String team = row.get("team", String.class);
			return new Row(Columns.text(row, "deployment"), Columns.number(row, "hours"), Columns.number(row, "cost"),
					team, (team != null) ? Columns.number(row, "tokens") : 0);
		}

	}

}
