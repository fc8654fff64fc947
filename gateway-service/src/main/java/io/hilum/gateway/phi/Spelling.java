package io.hilum.gateway.phi;

/**
 * Reads a text as a pseudonym may be spelled in it: its underscores and brackets may be
 * escaped for Markdown ({@code \_}) or for a URL ({@code %5F}), and in JSON (RFC 8259
 * section 7) each character may have an escape. Mutable; for one text and one thread.
 */
final class Spelling {

	private static final int UNICODE_DIGITS = 4;

	private static final int INCOMPLETE = -1;

	private final String text;

	private final boolean json;

	private final boolean whole;

	private Kind kind = Kind.OTHER;

	private Style style = Style.PLAIN;

	private int end;

	private char unit;

	/**
	 * Create a reader.
	 * @param text the text
	 * @param form its form
	 * @param whole whether nothing follows the text
	 */
	Spelling(String text, Form form, boolean whole) {
		this.text = text;
		this.json = form == Form.JSON;
		this.whole = whole;
	}

	/**
	 * Whether a pseudonym may have this character in its word.
	 * @param unit the character
	 * @return {@code true} for ASCII letters and digits
	 */
	static boolean isWord(char unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
	}

	/**
	 * Read what stands at a place.
	 * @param at the place
	 * @return what it is
	 */
	Kind read(int at) {
		this.style = Style.PLAIN;
		int next = decode(at);
		if (next == INCOMPLETE) {
			return incomplete(at);
		}
		this.end = next;
		this.kind = kind(this.unit);
		return switch (this.unit) {
			case '\\' -> escaped(at, next);
			case '%' -> encoded(at, next);
			default -> this.kind;
		};
	}

	private Kind escaped(int at, int second) {
		int next = decode(second);
		if (next == INCOMPLETE) {
			return incomplete(at);
		}
		return (next > second) ? meant(kind(this.unit), Style.MARKDOWN, next) : this.kind;
	}

	private Kind encoded(int at, int second) {
		int third = decode(second);
		if (third == INCOMPLETE) {
			return incomplete(at);
		}
		if (this.unit != '5' || third == second) {
			return this.kind;
		}
		int next = decode(third);
		if (next == INCOMPLETE) {
			return incomplete(at);
		}
		return switch (Restorer.upper(this.unit)) {
			case 'B' -> meant(Kind.OPEN, Style.URL, next);
			case 'D' -> meant(Kind.CLOSE, Style.URL, next);
			case 'F' -> meant(Kind.UNDERSCORE, Style.URL, next);
			default -> this.kind;
		};
	}

	private Kind meant(Kind found, Style written, int next) {
		if (found != Kind.WORD && found != Kind.OTHER) {
			this.kind = found;
			this.style = written;
			this.end = next;
		}
		return this.kind;
	}

	private Kind incomplete(int at) {
		this.end = at + 1;
		this.kind = this.whole ? Kind.OTHER : Kind.INCOMPLETE;
		return this.kind;
	}

	private static Kind kind(char unit) {
		return switch (unit) {
			case '_' -> Kind.UNDERSCORE;
			case '[' -> Kind.OPEN;
			case ']' -> Kind.CLOSE;
			default -> isWord(unit) ? Kind.WORD : Kind.OTHER;
		};
	}

	/**
	 * Read one character into {@link #unit}.
	 * @param at where it begins
	 * @return where the next begins, {@value #INCOMPLETE} if the rest is to come; the
	 * same place if there is none
	 */
	private int decode(int at) {
		if (at >= this.text.length()) {
			this.unit = 0;
			return this.whole ? at : INCOMPLETE;
		}
		this.unit = this.text.charAt(at);
		return (this.json && this.unit == '\\') ? unescape(at + 1) : at + 1;
	}

	private int unescape(int at) {
		if (at >= this.text.length()) {
			return INCOMPLETE;
		}
		char code = this.text.charAt(at);
		if (code != 'u') {
			this.unit = (code == '\\' || code == '/' || code == '"') ? code : 0;
			return at + 1;
		}
		int value = 0;
		for (int i = at + 1; i <= at + UNICODE_DIGITS; i++) {
			if (i >= this.text.length()) {
				return INCOMPLETE;
			}
			int digit = Character.digit(this.text.charAt(i), 16);
			if (digit < 0) {
				this.unit = 0;
				return at + 1;
			}
			value = value * 16 + digit;
		}
		this.unit = (char) value;
		return at + 1 + UNICODE_DIGITS;
	}

	/**
	 * How what was read last is written.
	 * @return its style
	 */
	Style style() {
		return this.style;
	}

	/**
	 * The letter or digit that was read last.
	 * @return it, in capitals
	 */
	char letter() {
		return Restorer.upper(this.unit);
	}

	/**
	 * The end of what was read last.
	 * @return where the next begins
	 */
	int end() {
		return this.end;
	}

	/**
	 * What a character is to a pseudonym.
	 */
	enum Kind {

		/**
		 * A letter or digit of its word.
		 */
		WORD,

		/**
		 * An underscore of its word.
		 */
		UNDERSCORE,

		/**
		 * The bracket before it.
		 */
		OPEN,

		/**
		 * The bracket behind it.
		 */
		CLOSE,

		/**
		 * No part of it.
		 */
		OTHER,

		/**
		 * Not known before more of the text is.
		 */
		INCOMPLETE

	}

	/**
	 * How a character is written.
	 */
	enum Style {

		/**
		 * As itself.
		 */
		PLAIN,

		/**
		 * Behind a backslash, as in Markdown.
		 */
		MARKDOWN,

		/**
		 * By its number behind a percent sign, as in a URL.
		 */
		URL

	}

}
