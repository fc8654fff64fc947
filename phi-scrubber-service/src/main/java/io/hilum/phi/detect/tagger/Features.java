package io.hilum.phi.detect.tagger;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * What speaks for or against a tag of a token: its letters, form and lists, those of its
 * two neighbours on each side, and combinations of them. Each feature is a key, made by
 * hashing: the row of a table, and a print that tells features of the same row apart.
 * Made per text; training and work read the same features.
 */
public final class Features {

	/**
	 * The number of rows of the table.
	 */
	public static final int ROWS = 1 << 20;

	/**
	 * The most features that a token has.
	 */
	public static final int MOST = 72;

	/**
	 * The bits of a key below its row: the print.
	 */
	public static final int PRINT_BITS = 8;

	private static final int SHIFT = Integer.numberOfLeadingZeros(ROWS - 1) + Integer.SIZE - PRINT_BITS;

	private static final int[] BITS = { Gazetteer.FIRST_NAME, Gazetteer.SURNAME, Gazetteer.COMMON_WORD,
			Gazetteer.RARE_WORD, Gazetteer.CITY, Gazetteer.EPONYM, Gazetteer.DRUG, Gazetteer.CLINICAL };

	private final Observations seen;

	private final Document document;

	private int[] keys = new int[0];

	private int count;

	private int template;

	/**
	 * Look at a text.
	 * @param words the text and the lists of its words
	 * @param veil what is hidden of it
	 */
	public Features(Words words, Veil veil) {
		this.seen = new Observations(words, veil);
		this.document = words.document();
	}

	/**
	 * The row of a key.
	 * @param key the key
	 * @return from 0 to {@link #ROWS}
	 */
	public static int row(int key) {
		return key >>> PRINT_BITS;
	}

	/**
	 * The print of a key.
	 * @param key the key
	 * @return from 0 to 255
	 */
	public static int print(int key) {
		return key & (1 << PRINT_BITS) - 1;
	}

	/**
	 * Read the features of a token.
	 * @param i the index of the token
	 * @param target where the keys are put, with place for {@link #MOST}
	 * @return the number of keys
	 */
	public int read(int i, int[] target) {
		this.keys = target;
		this.count = 0;
		this.template = 0;
		readWords(i);
		readForm(i);
		readRoles(i);
		readPlace(i);
		readLetters(i);
		return this.count;
	}

	private void readWords(int i) {
		int before = this.seen.word(i - 1);
		int at = this.seen.word(i);
		int after = this.seen.word(i + 1);
		add(0);
		add(at);
		add(before);
		add(after);
		add(this.seen.word(i - 2));
		add(this.seen.word(i + 2));
		add(before, at);
		add(at, after);
		add(this.seen.word(i - 2), before);
		add(after, this.seen.word(i + 2));
		add(before, this.seen.role(i));
		add(after, this.seen.role(i));
		add(before, this.seen.shape(i));
		add(after, this.seen.shape(i));
		add(before, after, this.seen.shape(i));
		add(this.seen.word(i - 2), before, this.seen.shape(i));
		add(after, this.seen.word(i + 2), this.seen.shape(i));
	}

	private void readForm(int i) {
		int shape = this.seen.shape(i);
		int before = this.seen.shape(i - 1);
		int after = this.seen.shape(i + 1);
		int flat = this.seen.isFlat(i) ? 1 : 0;
		add(shape, flat);
		add(shape, before);
		add(shape, after);
		add(shape, before, after);
		add(shape, before, this.seen.shape(i - 2));
		add(shape, after, this.seen.shape(i + 2));
		add(shape, joints(i));
		add(shape, before, after, joints(i));
	}

	private void readRoles(int i) {
		int role = this.seen.role(i);
		int before = this.seen.role(i - 1);
		int after = this.seen.role(i + 1);
		int shape = this.seen.shape(i);
		int lists = this.seen.lists(i);
		add(lists);
		add(lists, shape);
		add(role, before);
		add(role, after);
		add(role, before, after);
		add(role, before, this.seen.role(i - 2));
		add(role, after, this.seen.role(i + 2));
		add(shape, before, after);
		add(before, this.seen.role(i - 2), shape);
		add(after, this.seen.role(i + 2), shape);
		add(role, this.seen.isFlat(i) ? 1 : 0, shape);
		add(this.seen.lists(i - 1), shape);
		add(this.seen.lists(i + 1), shape);
		for (int bit : BITS) {
			this.template++;
			if ((lists & bit) != 0) {
				put(shape);
			}
		}
	}

	private void readPlace(int i) {
		int shape = this.seen.shape(i);
		int starts = this.document.startsLine(i) ? 1 : 0;
		int ends = this.document.startsLine(i + 1) ? 2 : 0;
		add(starts + ends, shape, this.seen.role(i));
		add(this.seen.label(i), shape);
		add(this.seen.label(i), this.document.symbolOf(i - 1, ":=\"'[ ") ? 1 : 0, shape);
		add(this.seen.field(i), shape);
		int behind = behindPossessive(i + 1);
		add((behind == i + 1) ? 0 : this.seen.role(behind), shape);
		add((behind == i + 1) ? 0 : this.seen.word(behind), shape);
		int last = behindSymbols(i - 1, -1);
		int next = behindSymbols(i + 1, 1);
		add(this.seen.word(last), shape);
		add(this.seen.word(next), shape);
		add(this.seen.role(last), this.seen.role(next), shape);
		add(starts, this.seen.word(i + 1), shape);
		add(this.seen.opening(i), shape);
		add(this.seen.cues(i), shape, this.seen.role(i));
	}

	private void readLetters(int i) {
		int shape = this.seen.shape(i);
		add(this.seen.twoLast(i - 1), shape);
		add(this.seen.twoLast(i + 1), shape);
		add(this.seen.threeLast(i + 1), shape);
		if (this.seen.isReadable(i)) {
			int length = this.document.length(i);
			add(this.seen.firstLetters(i, 2));
			add(this.seen.firstLetters(i, 3));
			add(this.seen.twoLast(i));
			add(this.seen.threeLast(i));
			add(this.seen.letters(i, this.document.folded(i).length() - 4));
			add(this.seen.threeLast(i), shape, Math.min(length, 12));
		}
	}

	/** What a token touches on either side. */
	private int joints(int i) {
		int left = this.document.joined(i - 1) ? this.seen.shape(i - 1) : -2;
		int right = this.document.joined(i) ? this.seen.shape(i + 1) : -2;
		return left * 31 + right;
	}

	/** The token after {@code 's} or {@code '} if one stands at a token. */
	private int behindPossessive(int i) {
		if (!this.document.symbolOf(i, "'’") || !this.document.joined(i - 1)) {
			return i;
		}
		return this.document.is(i + 1, "s") ? i + 2 : i + 1;
	}

	/** The next token in a direction that is no symbol, at most three further on. */
	private int behindSymbols(int from, int step) {
		int i = from;
		for (int n = 0; n < 3 && this.document.kind(i) == TokenKind.SYMBOL; n++) {
			i += step;
		}
		return i;
	}

	private void add(int value) {
		this.template++;
		put(value);
	}

	private void add(int first, int second) {
		this.template++;
		put(first * 0x9E3779B1 + second);
	}

	private void add(int first, int second, int third) {
		this.template++;
		put((first * 0x9E3779B1 + second) * 0x85EBCA77 + third);
	}

	private void add(int first, int second, int third, int fourth) {
		this.template++;
		put(((first * 0x9E3779B1 + second) * 0x85EBCA77 + third) * 0xC2B2AE3D + fourth);
	}

	private void put(int value) {
		long mixed = (value ^ ((long) this.template << 32)) * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
		this.keys[this.count++] = (int) (mixed >>> SHIFT);
	}

}
