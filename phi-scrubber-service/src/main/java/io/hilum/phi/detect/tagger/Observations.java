package io.hilum.phi.detect.tagger;

import java.util.Arrays;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * What can be seen of each token by itself, as numbers: letters, form, lists, and where
 * in its line it stands. Any index may be asked for. Made per text.
 */
final class Observations {

	private static final int HIDDEN = 0x5bd1e995;

	private static final int OUTSIDE = -1;

	/** How far around the text one may look. */
	private static final int MARGIN = 8;

	/** Lists that say alone what a word does in a sentence, the most telling first. */
	private static final int[] TELLING = { Gazetteer.TITLE, Gazetteer.RELATIVE, Gazetteer.LABEL, Gazetteer.VERB,
			Gazetteer.HEAD, Gazetteer.FACILITY, Gazetteer.ORGANISATION, Gazetteer.DRUG, Gazetteer.EPONYM,
			Gazetteer.CLINICAL, Gazetteer.COUNTRY, Gazetteer.STOP };

	private static final Set<String> PERSONAL = Set.of("he", "she", "his", "her", "him", "pt", "patient", "el", "ella");

	/** So many digits in a row number somebody, as no dose and no score does. */
	private static final int LONG_NUMBER = 5;

	private static final int NAMING = Gazetteer.FIRST_NAME | Gazetteer.SURNAME | Gazetteer.CITY | Gazetteer.COMMON_WORD
			| Gazetteer.RARE_WORD;

	private final Document document;

	private final Words words;

	private final int size;

	private final int[] word;

	private final int[] lists;

	private final int[] roles;

	private final int[] shapes;

	private final int[] labels;

	private final int[] fields;

	private final int[] openings;

	private final int[] cues;

	private final int[] twoLast;

	private final int[] threeLast;

	Observations(Words words, Veil veil) {
		this.words = words;
		this.document = words.document();
		this.size = this.document.size();
		this.word = row();
		this.lists = row();
		this.roles = row();
		this.shapes = row();
		this.labels = row();
		this.fields = row();
		this.openings = row();
		this.cues = row();
		this.twoLast = row();
		this.threeLast = row();
		for (int i = 0; i < this.size; i++) {
			int at = i + MARGIN;
			this.word[at] = veil.hidesWord(i) ? HIDDEN : lettersOf(i);
			this.lists[at] = veil.lists(i, words.lists(i) & ~Gazetteer.STARTS_PHRASE);
			this.shapes[at] = shapeOf(i);
			this.roles[at] = roleOf(i);
			if (isReadable(i)) {
				this.twoLast[at] = letters(i, this.document.folded(i).length() - 2);
				this.threeLast[at] = letters(i, this.document.folded(i).length() - 3);
			}
		}
		markFields();
		markLines();
	}

	private int[] row() {
		int[] row = new int[this.size + 2 * MARGIN];
		Arrays.fill(row, OUTSIDE);
		return row;
	}

	private int lettersOf(int i) {
		char first = this.document.text().charAt(this.document.start(i));
		boolean symbol = this.document.kind(i) == TokenKind.SYMBOL && first < 128;
		return symbol ? first : this.document.folded(i).hashCode();
	}

	/** The letters of a token. */
	int word(int i) {
		return this.word[i + MARGIN];
	}

	/** Whether the letters of a token may be looked at. */
	boolean isReadable(int i) {
		return this.word[i + MARGIN] != HIDDEN && this.document.kind(i) == TokenKind.WORD;
	}

	int lists(int i) {
		return this.lists[i + MARGIN];
	}

	/** What a token does in a sentence, as far as lists tell. */
	int role(int i) {
		return this.roles[i + MARGIN];
	}

	/** How a token is written. */
	int shape(int i) {
		return this.shapes[i + MARGIN];
	}

	/** The last word before the last colon or equals sign of the line. */
	int label(int i) {
		return this.labels[i + MARGIN];
	}

	/** The first word of the line and the number of bars before a token. */
	int field(int i) {
		return this.fields[i + MARGIN];
	}

	/** The first word of the line, which tells a question from a note. */
	int opening(int i) {
		return this.openings[i + MARGIN];
	}

	/** What of a line speaks of somebody: titles, relatives, he or she, long numbers. */
	int cues(int i) {
		return this.cues[i + MARGIN];
	}

	boolean isFlat(int i) {
		return this.words.isFlat(i);
	}

	/** The last two letters of a word. */
	int twoLast(int i) {
		return this.twoLast[i + MARGIN];
	}

	/** The last three letters of a word. */
	int threeLast(int i) {
		return this.threeLast[i + MARGIN];
	}

	/** The letters of a word from one on. */
	int letters(int i, int from) {
		String word = this.document.folded(i);
		return letters(word, Math.max(0, from), word.length());
	}

	/** The first letters of a word. */
	int firstLetters(int i, int count) {
		String word = this.document.folded(i);
		return letters(word, 0, Math.min(count, word.length()));
	}

	private static int letters(String word, int from, int to) {
		int letters = 7;
		for (int at = from; at < to; at++) {
			letters = letters * 131 + word.charAt(at);
		}
		return letters;
	}

	private int shapeOf(int i) {
		return switch (this.document.kind(i)) {
			case NUMBER -> 10 + Math.min(this.document.length(i), 9);
			case MIXED -> 20 + Math.min(this.document.length(i), 9);
			case SYMBOL -> 1000 + this.document.text().charAt(this.document.start(i));
			case WORD -> shapeOfWord(i);
			case NONE -> OUTSIDE;
		};
	}

	private int shapeOfWord(int i) {
		boolean capital = this.document.capitalised(i);
		if (this.document.length(i) == 1) {
			return capital ? 1 : 2;
		}
		if (!capital) {
			return 3;
		}
		if (this.document.upperCase(i)) {
			return (this.document.length(i) <= 3) ? 4 : 5;
		}
		return hasInnerCapital(i) ? 7 : 6;
	}

	private boolean hasInnerCapital(int i) {
		String text = this.document.text();
		for (int at = this.document.start(i) + 1; at < this.document.end(i); at++) {
			if (Character.isUpperCase(text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

	private int roleOf(int i) {
		if (this.document.kind(i) != TokenKind.WORD) {
			return 1 << 20 | this.shapes[i + MARGIN];
		}
		for (int n = 0; n < TELLING.length; n++) {
			if ((this.lists[i + MARGIN] & TELLING[n]) != 0) {
				return 1 << 21 | n;
			}
		}
		return this.lists[i + MARGIN] & NAMING;
	}

	private void markFields() {
		int label = 0;
		int first = 0;
		int bars = 0;
		for (int i = 0; i < this.size; i++) {
			if (this.document.startsLine(i)) {
				label = 0;
				first = word(i);
				bars = 0;
			}
			if (this.document.symbolOf(i, ":=")) {
				label = word(this.document.alphanumeric(i - 1) ? i - 1 : i - 2);
			}
			else if (this.document.symbolOf(i, "|\t")) {
				bars++;
				label = 0;
			}
			this.labels[i + MARGIN] = label;
			this.fields[i + MARGIN] = (bars > 0) ? first * 31 + bars : 0;
		}
	}

	private void markLines() {
		int from = 0;
		while (from < this.size) {
			int first = from;
			int cues = cueOf(from);
			int to = from + 1;
			while (to < this.size && !this.document.startsLine(to)) {
				cues |= cueOf(to);
				first = (this.document.alphanumeric(first) || to > from + 2) ? first : to;
				to++;
			}
			Arrays.fill(this.openings, from + MARGIN, to + MARGIN, word(first));
			Arrays.fill(this.cues, from + MARGIN, to + MARGIN, cues);
			from = to;
		}
	}

	private int cueOf(int i) {
		if (this.document.digits(i) >= LONG_NUMBER) {
			return 1;
		}
		if ((this.lists[i + MARGIN] & (Gazetteer.TITLE | Gazetteer.RELATIVE)) != 0) {
			return 2;
		}
		return PERSONAL.contains(this.document.folded(i)) ? 4 : 0;
	}

}
