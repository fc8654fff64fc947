package io.hilum.usage.reconciliation.r2dbc;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.hilum.trust.row.Columns;
import io.hilum.usage.ledger.Tokens;
import io.hilum.usage.reconciliation.Charged;
import io.hilum.usage.reconciliation.ChargedModels;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Sums over the ledger itself. What a cache answered never reached the provider.
 */
@Repository
class R2dbcChargedModels implements ChargedModels {

	private static final String SUM = """
			SELECT coalesce(served_model, requested_model) AS model, CAST(sum(input_tokens) AS bigint) AS input,
				CAST(sum(cached_input_tokens) AS bigint) AS cached_input,
				CAST(sum(cache_write_tokens) AS bigint) AS cache_write,
				CAST(sum(output_tokens) AS bigint) AS output, CAST(sum(reasoning_tokens) AS bigint) AS reasoning,
				CAST(sum(audio_input_tokens) AS bigint) AS audio_input,
				CAST(sum(audio_output_tokens) AS bigint) AS audio_output, CAST(sum(cost_nano_usd) AS bigint) AS cost
			FROM usage.ledger_entry
			WHERE time >= :from AND time < :to AND provider = :provider AND outcome <> 'cached'
			GROUP BY 1 ORDER BY 1
			""";

	private final DatabaseClient database;

	R2dbcChargedModels(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<Charged> of(String provider, LocalDate from, LocalDate to) {
		return this.database.sql(SUM)
			.bind("provider", provider)
			.bind("from", from.atStartOfDay().toInstant(ZoneOffset.UTC))
			.bind("to", to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
			.map(R2dbcChargedModels::charged)
			.all();
	}

	private static Charged charged(Readable row) {
		return new Charged(Columns.text(row, "model"),
				new Tokens(Columns.number(row, "input"), Columns.number(row, "cached_input"),
						Columns.number(row, "cache_write"), Columns.number(row, "output"),
						Columns.number(row, "reasoning"), Columns.number(row, "audio_input"),
						Columns.number(row, "audio_output")),
				Columns.number(row, "cost"));
	}

}
