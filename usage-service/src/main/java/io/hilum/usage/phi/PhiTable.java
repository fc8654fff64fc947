package io.hilum.usage.phi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.hilum.usage.export.CsvLines;
import io.hilum.usage.ledger.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table with a line of names: what it groups by, then type and numbers.
 */
public final class PhiTable {

	private PhiTable() {
	}

	/**
	 * Write a report.
	 * @param report the report
	 * @return CSV
	 */
	public static String of(PhiReport report) {
		List<Dimension> dimensions = Arrays.stream(Dimension.values())
			.filter(report.query().groupBy()::contains)
			.toList();
		List<String> names = new ArrayList<>();
		dimensions.forEach((dimension) -> names.add(dimension.name().toLowerCase(Locale.ROOT)));
		names.addAll(List.of("type", "requests", "identifiers"));
		CsvLines lines = new CsvLines().line(names);
		report.rows().forEach((row) -> lines.line(cells(row, dimensions)));
		return lines.toString();
	}

	private static List<@Nullable Object> cells(TypeTotals row, List<Dimension> dimensions) {
		List<@Nullable Object> cells = new ArrayList<>();
		for (Dimension dimension : dimensions) {
			cells.add(switch (dimension) {
				case DAY -> row.day();
				case TEAM -> row.team();
				case USER -> row.user();
				case MODEL -> row.model();
			});
		}
		cells.addAll(List.of(row.type(), row.requests(), row.identifiers()));
		return cells;
	}

}
