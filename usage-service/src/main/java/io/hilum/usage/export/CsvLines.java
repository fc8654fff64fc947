package io.hilum.usage.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines of CSV (RFC 4180) that a spreadsheet shows as text: a cell that would be
 * taken for a formula gets an apostrophe in front.
 */
public final class CsvLines {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180;

	/** Also what a spreadsheet takes for the same: full width, and after white space. */
	private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%";

	private final StringBuilder text = new StringBuilder(512);

	/**
	 * Write a line.
	 * @param cells its cells; numbers stay as they are
	 * @return this
	 */
	public CsvLines line(List<? extends @Nullable Object> cells) {
		try (CSVPrinter printer = new CSVPrinter(this.text, FORMAT)) {
			printer.printRecord(cells.stream().map(CsvLines::safe).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	private static Object safe(@Nullable Object cell) {
		if (cell == null || cell instanceof Number) {
			return (cell != null) ? cell : "";
		}
		String value = cell.toString();
		String shown = value.replace('\u00a0', ' ').stripLeading();
		boolean formula = !value.isEmpty() && BEGINNINGS.indexOf(value.charAt(0)) >= 0
				|| !shown.isEmpty() && BEGINNINGS.indexOf(shown.charAt(0)) >= 0;
		return formula ? "'" + value : value;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
