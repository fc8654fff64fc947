package io.hilum.usage.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A CSV file with a line of names, which differ in case and spelling from one agreement
 * to the next.
 */
final class Table {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setAllowMissingColumnNames(true)
		.setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
		.setTrim(true)
		.get();

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final Map<String, Integer> columns;

	private final CSVRecord row;

	private Table(Map<String, Integer> columns, CSVRecord row) {
		this.columns = columns;
		this.row = row;
	}

	static void read(byte[] content, Consumer<Table> rows) {
		Reader reader = new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
		try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
			Map<String, Integer> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			parser.getHeaderMap()
				.forEach((name, index) -> columns.putIfAbsent(name.replace(BYTE_ORDER_MARK, ""), index));
			parser.forEach((row) -> rows.accept(new Table(columns, row)));
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			throw new IllegalArgumentException("expected a CSV file with a line of names", ex);
		}
	}

	/**
	 * The first of some columns that is there.
	 * @param names their names
	 * @return its content
	 */
	String of(String... names) {
		return find(names)
			.orElseThrow(() -> new IllegalArgumentException("expected one of the columns " + List.of(names)));
	}

	/**
	 * The content of a column that need not be there.
	 * @param otherwise what it is then
	 * @param names the names of the column
	 * @return its content
	 */
	String optional(String otherwise, String... names) {
		return find(names).orElse(otherwise);
	}

	private Optional<String> find(String... names) {
		for (String name : names) {
			Integer index = this.columns.get(name);
			if (index != null && index < this.row.size() && !this.row.get(index).isEmpty()) {
				return Optional.of(this.row.get(index));
			}
		}
		return Optional.empty();
	}

}
