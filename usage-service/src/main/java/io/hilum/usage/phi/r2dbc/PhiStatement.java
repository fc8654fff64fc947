package io.hilum.usage.phi.r2dbc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.phi.PhiSummary;
import io.hilum.usage.phi.TypeTotals;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The statements for one query, over the narrowest sums that answer it. Their text is put
 * together from constants only; whatever a client sent is a parameter.
 */
final class PhiStatement {

	private static final String OF_ALL = """
			SELECT CAST(sum(requests) AS bigint) AS requests, CAST(sum(with_identifiers) AS bigint) AS with_identifiers,
				CAST(sum(raw) AS bigint) AS raw
			FROM usage.phi_sum""";

	private static final String FILTERED = """
			SELECT (SELECT CAST(sum(requests) AS bigint) FROM usage.usage_slot %s) AS requests,
				CAST(sum(with_identifiers) AS bigint) AS with_identifiers, CAST(sum(raw) AS bigint) AS raw
			FROM usage.phi_slot %s""";

	private final TotalsQuery query;

	private final List<Dimension> dimensions;

	PhiStatement(TotalsQuery query) {
		this.query = query;
		this.dimensions = Arrays.stream(Dimension.values()).filter(query.groupBy()::contains).toList();
	}

	Flux<TypeTotals> totals(DatabaseClient database, int limit) {
		String columns = this.dimensions.stream()
			.map((dimension) -> column(dimension) + ", ")
			.collect(Collectors.joining());
		String groups = IntStream.rangeClosed(1, this.dimensions.size() + 1)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(", "));
		GenericExecuteSpec statement = bound(database.sql("SELECT " + columns + """
				type, CAST(sum(requests) AS bigint) AS requests, CAST(sum(identifiers) AS bigint) AS identifiers
				FROM usage.""" + types() + where() + " GROUP BY " + groups + " ORDER BY " + groups + " LIMIT :limit"))
			.bind("limit", limit);
		if (this.dimensions.contains(Dimension.DAY)) {
			statement = statement.bind("zone", this.query.zone().getId());
		}
		return statement.map(this::read).all();
	}

	Mono<PhiSummary> summary(DatabaseClient database) {
		String sums = filters().isEmpty() ? OF_ALL + where() : FILTERED.formatted(where(), where());
		return bound(database.sql(sums)).map(PhiStatement::sum).one();
	}

	/** What is not told apart by team, person and model is there without them too. */
	private String types() {
		boolean ofAll = filters().isEmpty() && Set.of(Dimension.DAY).containsAll(this.dimensions);
		return ofAll ? "phi_type_sum" : "phi_type_slot";
	}

	private static PhiSummary sum(Readable row) {
		return new PhiSummary(number(row, "requests"), number(row, "with_identifiers"), number(row, "raw"));
	}

	private String where() {
		return " WHERE slot >= :from AND slot < :to" + filters().keySet()
			.stream()
			.map((name) -> " AND " + name + " = :" + name)
			.collect(Collectors.joining());
	}

	private Map<String, String> filters() {
		Map<String, String> filters = new LinkedHashMap<>();
		put(filters, "team", this.query.team());
		put(filters, "subject", this.query.subject());
		put(filters, "model", this.query.model());
		return filters;
	}

	private static void put(Map<String, String> filters, String name, @Nullable String value) {
		if (value != null) {
			filters.put(name, value);
		}
	}

	private GenericExecuteSpec bound(GenericExecuteSpec statement) {
		GenericExecuteSpec bound = statement.bind("from", this.query.begin()).bind("to", this.query.end());
		for (Map.Entry<String, String> filter : filters().entrySet()) {
			bound = bound.bind(filter.getKey(), filter.getValue());
		}
		return bound;
	}

	private TypeTotals read(Readable row) {
		LocalDate day = this.dimensions.contains(Dimension.DAY) ? row.get("day", LocalDate.class) : null;
		return new TypeTotals(day, text(row, Dimension.TEAM, "team"), text(row, Dimension.USER, "subject"),
				text(row, Dimension.MODEL, "model"),
				Objects.requireNonNull(row.get("type", String.class), "a member of an object has a name"),
				number(row, "requests"), number(row, "identifiers"));
	}

	private @Nullable String text(Readable row, Dimension dimension, String column) {
		return this.dimensions.contains(dimension) ? row.get(column, String.class) : null;
	}

	private static long number(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
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
