package io.hilum.phi.detect.pattern;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;

/**
 * The three groups of a social security number, of three, two and four places. A group
 * may be crossed out, as in {@code xxx-xx-6789} and {@code 123-45-****}, and a digit may
 * be written as the letter that looks like it, as in {@code 123-4O-6789}.
 */
final class SsnShape {

	private static final int[] PLACES = { 3, 2, 4 };

	private static final String SEPARATORS = "-.–‑";

	/** What else may stand between the groups where the text says what they are. */
	private static final String TOLD_SEPARATORS = SEPARATORS + "/_—−";

	private static final String CROSSES = "*•#";

	private static final String LOOK_ALIKES = "oils";

	private final Document document;

	private final boolean told;

	private final int[] starts = new int[PLACES.length];

	private final int[] ends = new int[PLACES.length];

	private final boolean[] crossed = new boolean[PLACES.length];

	private int misread;

	private SsnShape(Document document, boolean told) {
		this.document = document;
		this.told = told;
	}

	/**
	 * Add the digits of the number that starts at a token, if there is one.
	 * @param told whether the text says that a social security number comes
	 * @return the token after it, or the same token
	 */
	static int add(Document document, int first, boolean told, Findings findings, double score) {
		if (!mayStart(document, first, told)) {
			return first;
		}
		SsnShape shape = new SsnShape(document, told);
		return shape.fits(first) ? shape.addTo(findings, score) : first;
	}

	private static boolean mayStart(Document document, int i, boolean told) {
		if (document.symbolOf(i, CROSSES)) {
			return !(document.joined(i - 1) && document.symbolOf(i - 1, CROSSES));
		}
		boolean group = document.length(i) == PLACES[0] && (document.digits(i) > 0 || isCrossed(document, i));
		return group && (told || !(document.joined(i - 1) && document.symbolOf(i - 1, "-/.")));
	}

	private static boolean isCrossed(Document document, int i) {
		return document.folded(i).chars().allMatch((unit) -> unit == 'x');
	}

	private boolean fits(int first) {
		int at = first;
		for (int group = 0; group < PLACES.length; group++) {
			int start = (group > 0) ? afterSeparator(at) : at;
			int end = (start > 0) ? endOfGroup(start, group) : -1;
			if (end < 0) {
				return false;
			}
			this.starts[group] = start;
			this.ends[group] = end;
			at = end;
		}
		return isNumber() && !goesOn(at);
	}

	/** The token after a separator, after a blank or after nothing; -1 on a new line. */
	private int afterSeparator(int at) {
		boolean separator = this.document.symbolOf(at, this.told ? TOLD_SEPARATORS : SEPARATORS);
		int next = separator ? at + 1 : at;
		return this.document.startsLine(next) ? -1 : next;
	}

	private int endOfGroup(int start, int group) {
		int places = PLACES[group];
		if (this.document.symbolOf(start, CROSSES)) {
			return endOfCrosses(start, group);
		}
		if (this.document.length(start) != places || !this.document.alphanumeric(start)) {
			return -1;
		}
		if (this.document.kind(start) == TokenKind.NUMBER) {
			return start + 1;
		}
		if (isCrossed(this.document, start)) {
			this.crossed[group] = true;
			return start + 1;
		}
		boolean joined = this.document.joined(start - 1) || this.document.joined(start);
		this.misread++;
		return (this.told || joined) && isMisread(start) ? start + 1 : -1;
	}

	private int endOfCrosses(int start, int group) {
		int places = PLACES[group];
		for (int at = start; at < start + places; at++) {
			if (!this.document.symbolOf(at, CROSSES) || (at > start && !this.document.joined(at - 1))) {
				return -1;
			}
		}
		this.crossed[group] = true;
		return start + places;
	}

	/** A digit at least, and letters that look like digits. */
	private boolean isMisread(int i) {
		return this.document.digits(i) > 0 && this.document.folded(i)
			.chars()
			.allMatch((unit) -> (unit >= '0' && unit <= '9') || LOOK_ALIKES.indexOf(unit) >= 0);
	}

	/** The last group or the first are digits; of groups misread there is one. */
	private boolean isNumber() {
		boolean last = !this.crossed[2] && this.crossed[0] == this.crossed[1];
		boolean first = !this.crossed[0] && this.crossed[2];
		return (last || first) && this.misread <= (this.told ? 2 : 1);
	}

	private boolean goesOn(int end) {
		return this.document.joined(end - 1) && this.document.symbolOf(end, "-/") && this.document.joined(end)
				&& this.document.digits(end + 1) > 0;
	}

	private int addTo(Findings findings, double score) {
		int from = this.crossed[0] ? 2 : 0;
		int to = this.crossed[1] && from == 0 ? 0 : this.crossed[2] ? 1 : 2;
		findings.add(this.starts[from], this.ends[to], EntityType.SSN, score);
		return this.ends[2];
	}

}
