package io.hilum.gateway.phi;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * Puts back what pseudonyms stand for in one text that arrives in pieces. What could be
 * the beginning of a pseudonym is held back, never more than the longest one has
 * characters (and one escape in JSON), so that for every split the pieces give what the
 * whole text would have given. Mutable; for one text and one thread at a time.
 */
public final class RestoringStream {

	private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

	private final Restorer restorer;

	private final Form form;

	private String held = "";

	RestoringStream(Restorer restorer, Form form) {
		this.restorer = restorer;
		this.form = form;
	}

	/**
	 * Whether something is held back.
	 * @return {@code true} if it is
	 */
	public boolean holds() {
		return !this.held.isEmpty();
	}

	/**
	 * Take the next piece.
	 * @param piece the piece
	 * @return what may be passed on now
	 */
	public String push(String piece) {
		if (this.restorer.isIdle() || (this.held.isEmpty() && isPlain(piece))) {
			return piece;
		}
		String text = this.held + piece;
		this.held = "";
		if (this.form == Form.TEXT || text.indexOf('\\') < 0) {
			return scan(text, "");
		}
		int end = JsonEscapes.completeLength(text);
		return scan(JsonEscapes.simplify(text.substring(0, end)), text.substring(end));
	}

	private boolean isPlain(String piece) {
		return piece.indexOf('[') < 0 && (this.form == Form.TEXT || piece.indexOf('\\') < 0);
	}

	/**
	 * End the text.
	 * @return what was held back, as it came
	 */
	public String finish() {
		String rest = this.held;
		this.held = "";
		return rest;
	}

	private String scan(String text, String incompleteEscape) {
		StringBuilder out = new StringBuilder(text.length() + 16);
		int from = 0;
		for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', from)) {
			out.append(text, from, open);
			int end = endOfCandidate(text, open);
			if (end == text.length() && this.restorer.mayBegin(text.substring(open))) {
				this.held = text.substring(open) + incompleteEscape;
				return out.toString();
			}
			from = appendCandidate(text, open, end, out);
		}
		out.append(text, from, text.length());
		this.held = incompleteEscape;
		return out.toString();
	}

	private int endOfCandidate(String text, int open) {
		int limit = Math.min(text.length(), open + this.restorer.longest());
		int end = open + 1;
		while (end < limit && text.charAt(end) != ']' && text.charAt(end) != '[') {
			end++;
		}
		return end;
	}

	private int appendCandidate(String text, int open, int end, StringBuilder out) {
		if (end < text.length() && text.charAt(end) == ']') {
			String original = this.restorer.original(text.substring(open, end + 1));
			if (original != null) {
				out.append((this.form == Form.JSON) ? String.valueOf(ENCODER.quoteAsCharArray(original)) : original);
				return end + 1;
			}
		}
		out.append('[');
		return open + 1;
	}

}
