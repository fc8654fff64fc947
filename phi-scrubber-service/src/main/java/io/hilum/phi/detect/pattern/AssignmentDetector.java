package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of telling names in code, logs and markup: {@code dob='1961-02-03'},
 * {@code user=jdoe}, {@code mrn IN ('1', '2')}, {@code lastName: 'Doe'},
 * {@code <family>Doe</family>}.
 */
final class AssignmentDetector implements Detector {

	private static final int MAX_VALUE = 40;

	private static final int MAX_LIST = 500;

	private static final int MAX_PARTS = 3;

	private static final int LONGEST_PLAIN = 7;

	/** Short names of fields that hold people and nothing else. */
	private static final Set<String> PEOPLE = Set.of("surname", "family", "given", "lname", "fname", "ptname");

	private static final String QUOTES = "'\"`";

	private static final String ENDS = "&;,)\"'`|]}><{[(";

	private final Fields fields;

	AssignmentDetector(Fields fields) {
		this.fields = fields;
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "assignment");
		for (int i = 1; i < document.size(); i++) {
			if (document.symbolOf(i, "=:")) {
				i = Math.max(i, assigned(document, i, findings) - 1);
			}
			else if (document.symbol(i, '>') && document.alphanumeric(i - 1)) {
				markup(document, i, findings);
			}
			else if (document.symbol(i, '(') && document.is(i - 1, "in")) {
				list(document, i, findings);
			}
			else if (document.is(i, "like") && document.symbolOf(i + 1, QUOTES)) {
				quoted(document, i + 1, key(document, i - 1), findings);
			}
		}
		return findings.spans();
	}

	/** Marks the value after an equals sign or a colon; gives the token after it. */
	private int assigned(Document document, int sign, Findings findings) {
		int name = document.symbolOf(sign - 1, QUOTES + "=!") ? sign - 2 : sign - 1;
		Key key = key(document, name);
		if (key == null) {
			return sign;
		}
		if (document.symbolOf(sign + 1, QUOTES)) {
			return quoted(document, sign + 1, key, findings);
		}
		boolean joined = document.joined(sign) && document.joined(sign - 1);
		boolean apart = !document.joined(sign) && !document.startsLine(sign + 1) && key.type() != EntityType.NAME
				&& key.type() != EntityType.LOCATION && document.alphanumeric(sign + 1);
		boolean bare = document.symbol(sign, '=') && !document.symbolOf(sign - 1, "=!") && (joined || apart);
		return bare ? bare(document, sign + 1, key, findings) : sign;
	}

	private int quoted(Document document, int quote, @Nullable Key key, Findings findings) {
		int end = quote + 1;
		String mark = document.text().substring(document.start(quote), document.end(quote));
		while (end < quote + MAX_VALUE && document.kind(end) != TokenKind.NONE && !isEnd(document, end, mark)) {
			end++;
		}
		if (key != null && document.symbolOf(end, mark) && end > quote + 1) {
			add(document, quote + 1, end, key, findings);
		}
		return document.symbolOf(end, mark) ? end + 1 : quote + 1;
	}

	/** An apostrophe within a word, as in {@code 'O'Hara'}, ends nothing. */
	private static boolean isEnd(Document document, int i, String mark) {
		boolean inWord = mark.equals("'") && document.joined(i - 1) && document.joined(i)
				&& document.kind(i - 1) == TokenKind.WORD && document.kind(i + 1) == TokenKind.WORD;
		return document.startsLine(i) || (document.symbolOf(i, mark) && !inWord);
	}

	private static int bare(Document document, int first, Key key, Findings findings) {
		int end = first;
		while (end < first + MAX_VALUE && document.kind(end) != TokenKind.NONE && !document.symbolOf(end, ENDS)
				&& (end == first || document.joined(end - 1))) {
			end++;
		}
		if (end > first) {
			add(document, first, end, key, findings);
		}
		return Math.max(end, first);
	}

	/** {@code <family>Doe</}, where the name of the element tells. */
	private void markup(Document document, int close, Findings findings) {
		Key key = document.symbol(close - 2, '<') ? key(document, close - 1) : null;
		int end = close + 1;
		while (end < close + MAX_VALUE && document.kind(end) != TokenKind.NONE && !document.symbol(end, '<')) {
			end++;
		}
		if (key != null && end > close + 1 && document.symbol(end, '<') && document.symbol(end + 1, '/')) {
			add(document, close + 1, end, key, findings);
		}
	}

	private void list(Document document, int open, Findings findings) {
		Key key = key(document, open - 2);
		int at = open + 1;
		while (key != null && at < open + MAX_LIST && document.symbolOf(at, QUOTES)) {
			int next = quoted(document, at, key, findings);
			at = document.symbol(next, ',') ? next + 1 : next;
		}
	}

	/**
	 * What the name that ends at a token holds: {@code p.last_name}, {@code user-id},
	 * {@code PatientID}. The longest known end of it counts, but for names of people the
	 * end has to be telling: {@code file_name} is none of them.
	 */
	private @Nullable Key key(Document document, int last) {
		StringBuilder name = new StringBuilder(document.alphanumeric(last) ? document.folded(last) : "");
		EntityType found = this.fields.of(name.toString());
		int known = name.length();
		int at = last;
		for (int part = 0; part < MAX_PARTS && isPart(document, at); part++) {
			at -= 2;
			name.insert(0, document.folded(at));
			EntityType longer = this.fields.of(name.toString());
			known = (longer != null) ? name.length() : known;
			found = (longer != null) ? longer : found;
		}
		if (found == null) {
			return null;
		}
		String end = name.substring(name.length() - known);
		boolean telling = end.length() > LONGEST_PLAIN || PEOPLE.contains(end);
		return found == EntityType.NAME && !telling && known < name.length() ? null : new Key(found, telling);
	}

	private static boolean isPart(Document document, int at) {
		return document.symbolOf(at - 1, "_-") && document.joined(at - 1) && document.joined(at - 2)
				&& document.alphanumeric(at - 2);
	}

	private static void add(Document document, int first, int end, Key key, Findings findings) {
		int start = document.start(first);
		int stop = document.end(end - 1);
		String text = document.text();
		boolean name = key.type() != EntityType.NAME || key.telling() || isFullName(text, start, stop);
		if (name && Fields.isWorthy(text, start, stop, key.type())) {
			findings.addUnits(start, stop, key.type(), 0.94);
		}
	}

	/** {@code Ann Doe}, {@code Doe, Ann}, {@code Ann+Doe}; but no {@code submit}. */
	private static boolean isFullName(String text, int start, int end) {
		boolean apart = false;
		for (int i = start; i < end; i++) {
			apart |= " ,+^".indexOf(text.charAt(i)) >= 0;
		}
		return apart && Character.isUpperCase(text.charAt(start));
	}

	/**
	 * What a name of a field says.
	 *
	 * @param type what its value is
	 * @param telling whether it can be nothing else
	 */
	private record Key(EntityType type, boolean telling) {
	}

}
