package io.hilum.phi.detect.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds identifiers by the head of their column: in CSV (RFC 4180), with semicolons, tabs
 * or bars too, and in tables of Markdown.
 */
final class TableDetector implements Detector {

	private static final int LONGEST_HEAD = 30;

	private static final int LEAST_COLUMNS = 3;

	private static final Set<String> ROW_HEADS = Set.of("id", "no", "number", "num", "key", "code");

	private final Fields fields;

	TableDetector(Fields fields) {
		this.fields = fields;
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "table");
		String text = document.text();
		Table table = Table.NONE;
		int start = 0;
		while (start < text.length()) {
			int end = TextLines.end(text, start);
			if (table.delimiter() != 0) {
				table = row(text, start, end, table, findings);
			}
			if (table.delimiter() == 0) {
				table = head(text, start, end);
			}
			start = end + 1;
		}
		return findings.spans();
	}

	private Table head(String text, int start, int end) {
		for (char delimiter : new char[] { '\t', '|', ';', ',' }) {
			if (count(text, start, end, delimiter) >= LEAST_COLUMNS - 1) {
				List<Cell> cells = cells(text, start, end, delimiter);
				List<@Nullable EntityType> types = new ArrayList<>();
				cells.forEach((cell) -> types.add(this.fields.ofName(text.substring(cell.start(), cell.end()))));
				nameRows(text, cells, types);
				int filled = (int) cells.stream().filter((cell) -> cell.end() > cell.start()).count();
				int known = (int) types.stream().filter(Objects::nonNull).count();
				boolean head = known >= 2 && known * 3 >= filled
						&& cells.stream().allMatch((cell) -> isHead(text, cell));
				return head ? new Table(delimiter, types) : Table.NONE;
			}
		}
		return Table.NONE;
	}

	/** A first column {@code id} beside names numbers people. */
	private static void nameRows(String text, List<Cell> cells, List<@Nullable EntityType> types) {
		String first = text.substring(cells.getFirst().start(), cells.getFirst().end()).toLowerCase(Locale.ROOT);
		if (types.getFirst() == null && types.contains(EntityType.NAME) && ROW_HEADS.contains(first)) {
			types.set(0, EntityType.MRN);
		}
	}

	private static int count(String text, int start, int end, char delimiter) {
		int count = 0;
		for (int at = text.indexOf(delimiter, start, end); at >= 0; at = text.indexOf(delimiter, at + 1, end)) {
			count++;
		}
		return count;
	}

	private static boolean isHead(String text, Cell cell) {
		int digits = 0;
		for (int i = cell.start(); i < cell.end(); i++) {
			digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
		}
		return digits <= 2 && cell.end() - cell.start() <= LONGEST_HEAD;
	}

	/** Marks the cells of a row; gives {@link Table#NONE} where the table ends. */
	private static Table row(String text, int start, int end, Table table, Findings findings) {
		List<Cell> cells = cells(text, start, end, table.delimiter());
		if (cells.size() != table.types().size()) {
			return Table.NONE;
		}
		for (int i = 0; i < cells.size(); i++) {
			EntityType type = table.types().get(i);
			Cell cell = cells.get(i);
			if (type != null && cell.end() > cell.start() && Fields.isWorthy(text, cell.start(), cell.end(), type)) {
				findings.addUnits(cell.start(), cell.end(), type, 0.94);
			}
		}
		return table;
	}

	/** Cuts a line at its delimiters outside quotes, without blanks and quotes around. */
	private static List<Cell> cells(String text, int start, int end, char delimiter) {
		List<Cell> cells = new ArrayList<>();
		boolean quoted = false;
		int from = start;
		for (int at = start; at <= end; at++) {
			if (at == end || (text.charAt(at) == delimiter && !quoted)) {
				cells.add(Cell.trimmed(text, from, at));
				from = at + 1;
			}
			else if (text.charAt(at) == '"' && delimiter != '|') {
				quoted = !quoted;
			}
		}
		return cells;
	}

	/**
	 * A table that is being read.
	 *
	 * @param delimiter what stands between columns, 0 outside a table
	 * @param types what each column holds
	 */
	private record Table(char delimiter, List<@Nullable EntityType> types) {

		static final Table NONE = new Table((char) 0, List.of());

	}

	/**
	 * A cell of a row.
	 *
	 * @param start the first UTF-16 unit
	 * @param end the unit after the last
	 */
	private record Cell(int start, int end) {

		private static final String AROUND = " \t\"'*`";

		static Cell trimmed(String text, int start, int end) {
			int from = start;
			int to = end;
			while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) {
				from++;
			}
			while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
				to--;
			}
			return new Cell(from, to);
		}

	}

}
