package io.hilum.usage.budget.r2dbc;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.Budgets;
import io.hilum.usage.row.Columns;
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
			INSERT INTO usage.budget (id, window_length, time_zone, limit_nano_usd, mode, warn_at, changed_at, changed_by)
			VALUES (:id, :window, :timeZone, :limit, :mode, :warnAt, :at, :by)
			ON CONFLICT (id) DO UPDATE SET window_length = excluded.window_length, time_zone = excluded.time_zone,
				limit_nano_usd = excluded.limit_nano_usd, mode = excluded.mode, warn_at = excluded.warn_at, changed_at = excluded.changed_at,
				changed_by = excluded.changed_by
			""";

	private final DatabaseClient database;

	R2dbcBudgets(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> set(Budget budget) {
		return this.database.sql(SET)
			.bind("id", budget.id())
			.bind("window", budget.window())
			.bind("timeZone", budget.timeZone())
			.bind("limit", budget.limitNanoUsd())
			.bind("mode", budget.mode())
			.bind("warnAt", budget.warnAtPercent().toArray(Integer[]::new))
			.bind("at", budget.changedAt())
			.bind("by", budget.changedBy())
			.then();
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
				List.of(Columns.of(row, "warn_at", Integer[].class)), Columns.instant(row, "changed_at"),
				Columns.text(row, "changed_by"));
	}

}
