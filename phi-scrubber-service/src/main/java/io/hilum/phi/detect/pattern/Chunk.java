package io.hilum.phi.detect.pattern;

import io.hilum.phi.detect.Document;

/**
 * A run of letters and digits with joiners and without blanks, as identifiers are
 * written: {@code 6617-87842-1}, {@code iris:d925ca}.
 *
 * @param first the first token
 * @param end the token after the last
 * @param length the number of letters and digits
 * @param digits the number of digits
 */
record Chunk(int first, int end, int length, int digits) {

	static final String JOINERS = "-./_:#+‐‑–";

	static final Chunk NONE = new Chunk(0, 0, 0, 0);

	/**
	 * Read the chunk that starts at a token.
	 * @return the chunk, {@link #NONE} if the token is no letter or digit
	 */
	static Chunk at(Document document, int first) {
		return at(document, first, JOINERS);
	}

	static Chunk at(Document document, int first, String joiners) {
		return at(document, first, joiners, Integer.MAX_VALUE);
	}

	/**
	 * Read the chunk that starts at a token, up to a bound: who does not go on behind the
	 * chunk would read a long one over and over again.
	 * @return the chunk, its first tokens if it has more than {@code most}
	 */
	static Chunk at(Document document, int first, String joiners, int most) {
		if (!document.alphanumeric(first)) {
			return NONE;
		}
		int length = document.length(first);
		int digits = document.digits(first);
		int end = first + 1;
		int next = next(document, end, joiners);
		while (next > 0 && next - first < most) {
			length += document.length(next);
			digits += document.digits(next);
			end = next + 1;
			next = next(document, end, joiners);
		}
		return new Chunk(first, end, length, digits);
	}

	/** The next run over one or two joiners, or -1. */
	private static int next(Document document, int end, String joiners) {
		int at = end;
		while (at < end + 2 && document.joined(at - 1) && document.symbolOf(at, joiners)) {
			at++;
			if (document.joined(at - 1) && document.alphanumeric(at)) {
				return at;
			}
		}
		return -1;
	}

	boolean isEmpty() {
		return this.length == 0;
	}

	int letters() {
		return this.length - this.digits;
	}

	/** The number of tokens, joiners included. */
	int tokens() {
		return this.end - this.first;
	}

}
