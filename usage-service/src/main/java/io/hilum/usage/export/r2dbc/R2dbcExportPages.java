package io.hilum.usage.export.r2dbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.hilum.trust.row.Columns;
import io.hilum.usage.export.ExportPages;
import io.hilum.usage.export.ExportQuery;
import io.hilum.usage.export.ExportedEntry;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

/**
 * Pages by the place where the last one ended, so that each is a statement of its own and
 * no transaction stays open while a reader is slow.
 */
@Repository
class R2dbcExportPages implements ExportPages {

	private static final UUID FIRST = new UUID(0, 0);

	private static final String SELECT = """
			SELECT event_id, time, CAST(event AS text) AS event FROM usage.ledger_entry
			WHERE time >= :after AND time < :to AND (time, event_id) > (:after, :id)%s
			ORDER BY time, event_id LIMIT :limit
			""";

	private final DatabaseClient database;

	R2dbcExportPages(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<List<ExportedEntry>> read(ExportQuery query, int size) {
		return page(query, query.from(), FIRST, size).expand((page) -> {
			if (page.size() < size) {
				return Mono.empty();
			}
			ExportedEntry last = page.getLast();
			return page(query, last.time(), last.id(), size);
		}).filter((page) -> !page.isEmpty());
	}

	private Mono<List<ExportedEntry>> page(ExportQuery query, Instant after, UUID id, int size) {
		GenericExecuteSpec statement = this.database
			.sql(SELECT.formatted((query.team() != null) ? " AND team = :team" : ""))
			.bind("after", after)
			.bind("id", id)
			.bind("to", query.to())
			.bind("limit", size);
		if (query.team() != null) {
			statement = statement.bind("team", query.team());
		}
		return statement.map(R2dbcExportPages::entry).all().collectList();
	}

	private static ExportedEntry entry(Readable row) {
		return new ExportedEntry(Objects.requireNonNull(row.get("event_id", UUID.class)), Columns.instant(row, "time"),
				Columns.text(row, "event"));
	}

}
