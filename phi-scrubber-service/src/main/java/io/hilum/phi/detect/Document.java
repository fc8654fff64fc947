package io.hilum.phi.detect;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A text cut into tokens: runs of letters and digits, and single symbols. Blanks are no
 * tokens but are known by {@link #joined(int)} and {@link #startsLine(int)}. Any index is
 * allowed, so that a detector can look around: outside the text there is
 * {@link TokenKind#NONE}. Immutable but for a cache of folded tokens, so it belongs to
 * one thread.
 */
public final class Document {

	private final String text;

	private final int size;

	private final int[] starts;

	private final int[] ends;

	private final TokenKind[] kinds;

	private final boolean[] startsLine;

	private final @Nullable String[] folded;

	/**
	 * Cut a text into tokens.
	 * @param text the text
	 */
	public Document(String text) {
		Tokenizer tokens = new Tokenizer(text);
		this.text = text;
		this.size = tokens.size;
		this.starts = Arrays.copyOf(tokens.starts, this.size);
		this.ends = Arrays.copyOf(tokens.ends, this.size);
		this.kinds = Arrays.copyOf(tokens.kinds, this.size);
		this.startsLine = Arrays.copyOf(tokens.startsLine, this.size);
		this.folded = new @Nullable String[this.size];
	}

	/**
	 * The text as it came.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * The number of tokens.
	 * @return the number
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Where a token starts.
	 * @param token the index of a token of this text
	 * @return its first UTF-16 unit
	 */
	public int start(int token) {
		return this.starts[token];
	}

	/**
	 * Where a token ends.
	 * @param token the index of a token of this text
	 * @return the UTF-16 unit after its last
	 */
	public int end(int token) {
		return this.ends[token];
	}

	/**
	 * The number of UTF-16 units of a token.
	 * @param token any index
	 * @return the length, 0 outside the text
	 */
	public int length(int token) {
		return within(token) ? this.ends[token] - this.starts[token] : 0;
	}

	/**
	 * What a token is made of.
	 * @param token any index
	 * @return the kind
	 */
	public TokenKind kind(int token) {
		return within(token) ? this.kinds[token] : TokenKind.NONE;
	}

	/**
	 * Whether a token is a run of letters and digits.
	 * @param token any index
	 * @return {@code true} for words, numbers and mixtures
	 */
	public boolean alphanumeric(int token) {
		TokenKind kind = kind(token);
		return kind == TokenKind.WORD || kind == TokenKind.NUMBER || kind == TokenKind.MIXED;
	}

	/**
	 * Whether nothing stands between a token and the next.
	 * @param token any index
	 * @return {@code true} if both exist and touch
	 */
	public boolean joined(int token) {
		return within(token) && within(token + 1) && this.ends[token] == this.starts[token + 1];
	}

	/**
	 * Whether a token is the first of its line.
	 * @param token any index
	 * @return {@code true} for the first token of a line, and outside the text
	 */
	public boolean startsLine(int token) {
		return !within(token) || this.startsLine[token];
	}

	/**
	 * Whether a token is a certain symbol.
	 * @param token any index
	 * @param symbol the symbol
	 * @return {@code true} if it is
	 */
	public boolean symbol(int token, char symbol) {
		return kind(token) == TokenKind.SYMBOL && this.text.charAt(this.starts[token]) == symbol;
	}

	/**
	 * Whether a token is one of some symbols.
	 * @param token any index
	 * @param symbols the symbols
	 * @return {@code true} if it is
	 */
	public boolean symbolOf(int token, String symbols) {
		return kind(token) == TokenKind.SYMBOL && symbols.indexOf(this.text.charAt(this.starts[token])) >= 0;
	}

	/**
	 * A token in lower case and without diacritics.
	 * @param token any index
	 * @return the folded token, empty outside the text
	 */
	public String folded(int token) {
		if (!within(token)) {
			return "";
		}
		String known = this.folded[token];
		if (known == null) {
			known = Folding.fold(this.text.substring(this.starts[token], this.ends[token]));
			this.folded[token] = known;
		}
		return known;
	}

	/**
	 * Whether a token is a certain word, in any case.
	 * @param token any index
	 * @param word the folded word
	 * @return {@code true} if it is
	 */
	public boolean is(int token, String word) {
		return folded(token).equals(word);
	}

	/**
	 * Whether a word starts with a capital letter.
	 * @param token any index
	 * @return {@code true} if it does
	 */
	public boolean capitalised(int token) {
		return kind(token) == TokenKind.WORD && !Character.isLowerCase(this.text.codePointAt(this.starts[token]));
	}

	/**
	 * Whether a word of two letters or more is all capitals.
	 * @param token any index
	 * @return {@code true} if it is
	 */
	public boolean upperCase(int token) {
		return kind(token) == TokenKind.WORD && length(token) > 1 && !hasLowerCase(token);
	}

	/**
	 * The number of digits in a token.
	 * @param token any index
	 * @return the number of ASCII digits
	 */
	public int digits(int token) {
		if (!within(token)) {
			return 0;
		}
		return digitsBetween(this.starts[token], this.ends[token]);
	}

	/**
	 * The number of digits in a stretch of the text.
	 * @param start the first UTF-16 unit
	 * @param end the UTF-16 unit after the last
	 * @return the number of ASCII digits
	 */
	public int digitsBetween(int start, int end) {
		int digits = 0;
		for (int i = start; i < end; i++) {
			char unit = this.text.charAt(i);
			if (unit >= '0' && unit <= '9') {
				digits++;
			}
		}
		return digits;
	}

	/**
	 * The value of a number of at most nine digits.
	 * @param token any index
	 * @return the value, -1 for anything else
	 */
	public int value(int token) {
		if (kind(token) != TokenKind.NUMBER || length(token) > 9) {
			return -1;
		}
		return Integer.parseInt(this.text, this.starts[token], this.ends[token], 10);
	}

	private boolean hasLowerCase(int token) {
		for (int i = this.starts[token]; i < this.ends[token]; i++) {
			if (Character.isLowerCase(this.text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private boolean within(int token) {
		return token >= 0 && token < this.size;
	}

}
