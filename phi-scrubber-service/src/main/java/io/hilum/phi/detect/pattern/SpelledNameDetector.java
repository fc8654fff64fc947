package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds names that somebody spells: {@code that's T-E-K-L-E}, {@code m e j i a for dr
 * ...}; the initials under a note: {@code - AP}, {@code ---- RL, RN}; and those in a
 * column of their own: {@code A.P.}.
 */
final class SpelledNameDetector implements Detector {

	private static final int LEAST = 4;

	private static final int MOST = 24;

	/** As many blanks stand between columns at least. */
	private static final int COLUMN = 4;

	private static final Set<String> CREDENTIALS = Set.of("rn", "md", "do", "np", "lpn", "crna", "rt", "rd", "rph",
			"lcsw", "pharmd", "cna", "pa");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "spelled");
		for (int i = 0; i < document.size(); i++) {
			int end = spelled(document, i);
			if (end > i) {
				findings.add(i, end, EntityType.NAME, 0.85);
				i = end - 1;
			}
			else if (isColumnOfInitials(document, i)) {
				findings.add(i, i + 3, EntityType.NAME, 0.7);
			}
			else if (isSignature(document, i)) {
				findings.add(i, i + 1, EntityType.NAME, 0.7);
			}
		}
		return findings.spans();
	}

	/** Single letters with a hyphen or a blank between; gives the token after them. */
	private static int spelled(Document document, int first) {
		if (!isLetter(document, first) || document.joined(first - 1)) {
			return first;
		}
		boolean hyphens = document.symbol(first + 1, '-');
		int letters = 1;
		int last = first;
		int next = hyphens ? first + 2 : first + 1;
		while (letters < MOST && isLetter(document, next) && !document.startsLine(next)
				&& (!hyphens || (document.symbol(next - 1, '-') && document.joined(next - 1)))) {
			letters++;
			last = next;
			next += hyphens ? 2 : 1;
		}
		return (letters >= LEAST) ? last + 1 : first;
	}

	private static boolean isLetter(Document document, int i) {
		return document.kind(i) == TokenKind.WORD && document.length(i) == 1;
	}

	private static boolean isColumnOfInitials(Document document, int i) {
		boolean initials = isLetter(document, i) && document.capitalised(i) && document.symbol(i + 1, '.')
				&& isLetter(document, i + 2) && document.capitalised(i + 2) && document.joined(i)
				&& document.joined(i + 1) && !document.startsLine(i) && isApart(document, i);
		int end = document.symbol(i + 3, '.') && document.joined(i + 2) ? i + 4 : i + 3;
		return initials && isApart(document, end);
	}

	/** Whether a line or a column starts at a token. */
	private static boolean isApart(Document document, int i) {
		return document.startsLine(i) || document.start(i) - document.end(i - 1) >= COLUMN;
	}

	/**
	 * Two or three capitals between a dash and the end of the line or a profession; a
	 * single hyphen at the start of a line is that of a list.
	 */
	private static boolean isSignature(Document document, int i) {
		if (!document.upperCase(i) || document.length(i) > 3 || !document.symbolOf(i - 1, "-—–~")
				|| CREDENTIALS.contains(document.folded(i))) {
			return false;
		}
		boolean credited = document.symbol(i + 1, ',') && document.upperCase(i + 2)
				&& CREDENTIALS.contains(document.folded(i + 2));
		int dash = i - 1;
		while (dash > i - 6 && document.symbolOf(dash - 1, "-—–~")) {
			dash--;
		}
		boolean line = dash < i - 1 || document.symbolOf(dash, "—~");
		boolean apart = !document.joined(dash - 1) && (line
				? document.symbolOf(dash - 1, ".!?") || document.startsLine(dash) : document.symbolOf(dash - 1, ".!?")
						&& !document.startsLine(dash) && document.kind(i + 1) == TokenKind.NONE);
		return apart && (credited || document.startsLine(i + 1));
	}

}
