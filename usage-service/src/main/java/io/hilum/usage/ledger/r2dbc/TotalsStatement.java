package io.hilum.usage.ledger.r2dbc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.Tokens;
import io.hilum.usage.ledger.Totals;
import io.hilum.usage.ledger.TotalsQuery;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The statement for one query of totals. Its text is put together from constants only;
 * whatever a client sent is a parameter.
 */
final class TotalsStatement {

	private final TotalsQuery query;

	private final List<Dimension> dimensions;

	private TotalsStatement(TotalsQuery query) {
		this.query = query;
		this.dimensions = Arrays.stream(Dimension.values()).filter(query.groupBy()::contains).toList();
	}

	static TotalsStatement of(TotalsQuery query) {
		return new TotalsStatement(query);
	}

	Flux<Totals> run(DatabaseClient database, int limit) {
		GenericExecuteSpec statement = database.sql(sql())
			.bind("from", this.query.begin())
			.bind("to", this.query.end())
			.bind("limit", limit);
		if (this.dimensions.contains(Dimension.DAY)) {
			statement = statement.bind("zone", this.query.zone().getId());
		}
		for (Map.Entry<String, String> filter : filters().entrySet()) {
			statement = statement.bind(filter.getKey(), filter.getValue());
		}
		return statement.map(this::totals).all().filter((totals) -> totals.requests() > 0);
	}

	private String sql() {
		StringBuilder sql = new StringBuilder("SELECT ");
		this.dimensions.forEach((dimension) -> sql.append(column(dimension)).append(", "));
		sql.append("""
				CAST(coalesce(sum(requests), 0) AS bigint) AS requests, CAST(sum(errors) AS bigint) AS errors,
				CAST(sum(input_tokens) AS bigint) AS input, CAST(sum(cached_input_tokens) AS bigint) AS cached_input,
				CAST(sum(cache_write_tokens) AS bigint) AS cache_write, CAST(sum(output_tokens) AS bigint) AS output,
				CAST(sum(reasoning_tokens) AS bigint) AS reasoning,
				CAST(sum(audio_input_tokens) AS bigint) AS audio_input,
				CAST(sum(audio_output_tokens) AS bigint) AS audio_output, CAST(sum(cost_nano_usd) AS bigint) AS cost
				FROM usage.usage_slot WHERE slot >= :from AND slot < :to""");
		filters().keySet().forEach((name) -> sql.append(" AND ").append(name).append(" = :").append(name));
		for (int i = 1; i <= this.dimensions.size(); i++) {
			sql.append((i == 1) ? " GROUP BY " : ", ").append(i);
		}
		for (int i = 1; i <= this.dimensions.size(); i++) {
			sql.append((i == 1) ? " ORDER BY " : ", ").append(i);
		}
		return sql.append(" LIMIT :limit").toString();
	}

	private Map<String, String> filters() {
		Map<String, String> filters = new LinkedHashMap<>();
		put(filters, "team", this.query.team());
		put(filters, "subject", this.query.subject());
		put(filters, "model", this.query.model());
		return filters;
	}

	private Totals totals(Readable row) {
		LocalDate day = this.dimensions.contains(Dimension.DAY) ? row.get("day", LocalDate.class) : null;
		return new Totals(day, text(row, Dimension.TEAM, "team"), text(row, Dimension.USER, "subject"),
				text(row, Dimension.MODEL, "model"), number(row, "requests"), number(row, "errors"),
				new Tokens(number(row, "input"), number(row, "cached_input"), number(row, "cache_write"),
						number(row, "output"), number(row, "reasoning"), number(row, "audio_input"),
						number(row, "audio_output")),
				number(row, "cost"));
	}

	private @Nullable String text(Readable row, Dimension dimension, String column) {
		return this.dimensions.contains(dimension) ? row.get(column, String.class) : null;
	}

	private static long number(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
	}

	private static void put(Map<String, String> filters, String name, @Nullable String value) {
		if (value != null) {
			filters.put(name, value);
		}
	}

	private static String column(Dimension dimension) {
		return switch (dimension) {
			case DAY -> "CAST(slot AT TIME ZONE :zone AS date) AS day";
			case TEAM -> "team";
			case USER -> "subject";
			case MODEL -> "model";
		};
	}

}
