package io.hilum.phi.detect;

import java.util.Arrays;

/**
 * Cuts a text into tokens in one pass. Made per text and thrown away.
 */
final class Tokenizer {

	int size;

	int[] starts = new int[64];

	int[] ends = new int[64];

	TokenKind[] kinds = new TokenKind[64];

	boolean[] startsLine = new boolean[64];

	private boolean lineBreak = true;

	Tokenizer(String text) {
		int at = 0;
		while (at < text.length()) {
			int codePoint = text.codePointAt(at);
			int next = at + Character.charCount(codePoint);
			if (isBlank(codePoint)) {
				this.lineBreak |= codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028;
			}
			else if (isLetter(codePoint) || isDigit(codePoint)) {
				next = run(text, at);
			}
			else {
				add(at, next, TokenKind.SYMBOL);
			}
			at = next;
		}
	}

	private int run(String text, int start) {
		boolean letters = false;
		boolean digits = false;
		int at = start;
		while (at < text.length()) {
			int codePoint = text.codePointAt(at);
			if (isDigit(codePoint)) {
				digits = true;
			}
			else if (isLetter(codePoint)) {
				letters = true;
			}
			else {
				break;
			}
			at += Character.charCount(codePoint);
		}
		TokenKind withDigits = letters ? TokenKind.MIXED : TokenKind.NUMBER;
		add(start, at, digits ? withDigits : TokenKind.WORD);
		return at;
	}

	private void add(int start, int end, TokenKind kind) {
		if (this.size == this.starts.length) {
			int capacity = this.size * 2;
			this.starts = Arrays.copyOf(this.starts, capacity);
			this.ends = Arrays.copyOf(this.ends, capacity);
			this.kinds = Arrays.copyOf(this.kinds, capacity);
			this.startsLine = Arrays.copyOf(this.startsLine, capacity);
		}
		this.starts[this.size] = start;
		this.ends[this.size] = end;
		this.kinds[this.size] = kind;
		this.startsLine[this.size] = this.lineBreak;
		this.lineBreak = false;
		this.size++;
	}

	private static boolean isDigit(int codePoint) {
		return codePoint >= '0' && codePoint <= '9';
	}

	private static boolean isLetter(int codePoint) {
		if (codePoint < 128) {
			return (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z';
		}
		return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
	}

	private static boolean isBlank(int codePoint) {
		if (codePoint < 128) {
			return codePoint <= ' ';
		}
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || isInvisible(codePoint);
	}

	/** Zero-width marks that would otherwise cut an identifier in two. */
	private static boolean isInvisible(int codePoint) {
		return codePoint == 0x200B || codePoint == 0xFEFF;
	}

}
