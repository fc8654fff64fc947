package io.hilum.usage.budget.r2dbc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.hilum.trust.row.Columns;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.Budgets;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Budgets in Postgres.
 */
@Repository
class R2dbcBudgets implements Budgets {

	private static final String SET = """
			INSERT INTO usage.budget AS present (id, window_length, time_zone, limit_nano_usd, mode, warn_at,
				roll_over_nano_usd, roll_over_since, changed_at, changed_by)
			VALUES (:id, :window, :timeZone, :limit, :mode, :warnAt, :rollOver, :rollOverSince, :at, :by)
			ON CONFLICT (id) DO UPDATE SET window_length = excluded.window_length, time_zone = excluded.time_zone,
				limit_nano_usd = excluded.limit_nano_usd, mode = excluded.mode, warn_at = excluded.warn_at,
				roll_over_nano_usd = excluded.roll_over_nano_usd,
				roll_over_since = CASE WHEN excluded.roll_over_since IS NOT NULL AND present.roll_over_since IS NOT NULL
					AND present.window_length = excluded.window_length AND present.time_zone = excluded.time_zone
					THEN present.roll_over_since ELSE excluded.roll_over_since END,
				changed_at = excluded.changed_at, changed_by = excluded.changed_by
			RETURNING *
			""";

	private final DatabaseClient database;

	R2dbcBudgets(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Budget> set(Budget budget) {
		return this.database.sql(SET)
			.bind("id", budget.id())
			.bind("window", budget.window())
			.bind("timeZone", budget.timeZone())
			.bind("limit", budget.limitNanoUsd())
			.bind("mode", budget.mode())
			.bind("warnAt", budget.warnAtPercent().toArray(Integer[]::new))
			.bind("rollOver", budget.rollOverNanoUsd())
			.bind("rollOverSince", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, budget.rollOverSince()))
			.bind("at", budget.changedAt())
			.bind("by", budget.changedBy())
			.map(R2dbcBudgets::budget)
			.one();
	}

	@Override
	public Flux<Budget> find(Collection<String> ids) {
		return this.database.sql("SELECT * FROM usage.budget WHERE id = ANY(:ids) ORDER BY id")
			.bind("ids", ids.toArray(String[]::new))
			.map(R2dbcBudgets::budget)
			.all();
	}

	@Override
	public Flux<Budget> list(@Nullable String after, int limit) {
		return this.database.sql("SELECT * FROM usage.budget WHERE id > :after ORDER BY id LIMIT :limit")
			.bind("after", Objects.requireNonNullElse(after, ""))
			.bind("limit", limit)
			.map(R2dbcBudgets::budget)
			.all();
	}

	@Override
	public Mono<Budget> remove(String id) {
		return this.database.sql("DELETE FROM usage.budget WHERE id = :id RETURNING *")
			.bind("id", id)
			.map(R2dbcBudgets::budget)
			.one();
	}

	private static Budget budget(Readable row) {
		return new Budget(Columns.text(row, "id"), Columns.text(row, "window_length"), Columns.text(row, "time_zone"),
				Columns.number(row, "limit_nano_usd"), Columns.text(row, "mode"),
				List.of(Columns.required(row, "warn_at", Integer[].class)), Columns.number(row, "roll_over_nano_usd"),
				row.get("roll_over_since", Instant.class), Columns.instant(row, "changed_at"),
				Columns.text(row, "changed_by"));
	}

}
