package io.hilum.phi.detect.dictionary;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * A text together with the lists that each of its words is in, and with the lines whose
 * case says nothing, since they are all lower or all upper. Made per text.
 */
public final class Words {

	static final int KNOWN = Gazetteer.FIRST_NAME | Gazetteer.SURNAME;

	static final int LEXICAL = Gazetteer.COMMON_WORD | Gazetteer.RARE_WORD;

	/** What a part of a name is not, unless a title or the like says so. */
	private static final int OTHER = Gazetteer.EPONYM | Gazetteer.DRUG | Gazetteer.CLINICAL | Gazetteer.ORGANISATION
			| Gazetteer.STOP | Gazetteer.COUNTRY | Gazetteer.TITLE;

	/** What a capital makes no name of. */
	private static final int DECIDED = Gazetteer.DRUG | Gazetteer.ORGANISATION | Gazetteer.TITLE;

	/** The number of tokens that a name of joined words has at most. */
	private static final int MAX_UNIT = 8;

	private static final int MAX_PHRASE = 5;

	/** With the symbols between the words. */
	private static final int MAX_PHRASE_TOKENS = 9;

	/** The lists of which phrases count as a whole. */
	private static final int PHRASES = Gazetteer.EPONYM | Gazetteer.CLINICAL | Gazetteer.ORGANISATION
			| Gazetteer.COUNTRY | Gazetteer.DRUG;

	private final Document document;

	private final Gazetteer gazetteer;

	private final int[] lists;

	private final boolean[] flat;

	/**
	 * Look up the words of a text.
	 * @param document the text
	 * @param gazetteer the lists
	 */
	public Words(Document document, Gazetteer gazetteer) {
		this.document = document;
		this.gazetteer = gazetteer;
		this.lists = new int[document.size()];
		this.flat = new boolean[document.size()];
		for (int i = 0; i < document.size(); i++) {
			if (isPrefix(i)) {
				this.lists[i] = gazetteer.listsOf(document.folded(i) + document.folded(i + 2));
			}
			else if (document.kind(i) == TokenKind.WORD) {
				this.lists[i] = gazetteer.listsOf(document.folded(i));
			}
		}
		markPhrases();
		markFlatLines();
	}

	/**
	 * Gives each word of {@code Boston Scientific} and {@code Johnson & Johnson} what is
	 * known of the two.
	 */
	private void markPhrases() {
		for (int i = 0; i < this.lists.length; i++) {
			if (in(i, Gazetteer.STARTS_PHRASE)) {
				markPhrases(i);
			}
		}
	}

	private void markPhrases(int first) {
		StringBuilder phrase = new StringBuilder(this.document.folded(first));
		int parts = 1;
		for (int end = first + 1; parts < MAX_PHRASE && end < first + MAX_PHRASE_TOKENS; end++) {
			boolean word = this.document.kind(end) == TokenKind.WORD;
			if (!word && !this.document.symbolOf(end, "&-'’.")) {
				return;
			}
			phrase.append(this.document.joined(end - 1) ? "" : " ");
			if (!word) {
				phrase.append(
						this.document.symbol(end, '’') ? '\'' : this.document.text().charAt(this.document.start(end)));
				continue;
			}
			phrase.append(this.document.folded(end));
			parts++;
			int meaning = this.gazetteer.listsOf(phrase) & PHRASES;
			for (int at = first; meaning != 0 && at <= end; at++) {
				this.lists[at] |= meaning;
			}
		}
	}

	/** The {@code O} of {@code O'Brien}. */
	private boolean isPrefix(int token) {
		return this.document.length(token) == 1 && this.document.kind(token) == TokenKind.WORD
				&& this.document.joined(token) && this.document.symbolOf(token + 1, "'’‘")
				&& this.document.joined(token + 1) && this.document.length(token + 2) > 2
				&& this.document.kind(token + 2) == TokenKind.WORD
				&& this.document.capitalised(token) == this.document.capitalised(token + 2);
	}

	private void markFlatLines() {
		int from = 0;
		while (from < this.lists.length) {
			int to = from + 1;
			while (to < this.lists.length && !this.document.startsLine(to)) {
				to++;
			}
			boolean mixed = isMixed(from, to);
			for (int i = from; i < to && !mixed; i++) {
				this.flat[i] = true;
			}
			from = to;
		}
	}

	/** Whether a line has both words with a capital and words without. */
	private boolean isMixed(int from, int to) {
		int capitals = 0;
		int others = 0;
		for (int i = from; i < to; i++) {
			if (this.document.kind(i) == TokenKind.WORD && this.document.length(i) > 1) {
				if (this.document.upperCase(i)) {
					continue;
				}
				if (this.document.capitalised(i)) {
					capitals++;
				}
				else {
					others++;
				}
			}
		}
		boolean short1 = others == 0 && to - from <= 6;
		return capitals > 0 && (others > 0 || short1 || capitals > 1);
	}

	/**
	 * The text.
	 * @return the text in tokens
	 */
	public Document document() {
		return this.document;
	}

	int size() {
		return this.lists.length;
	}

	/** Whether a word is in one of some lists. */
	boolean in(int token, int mask) {
		return (lists(token) & mask) != 0;
	}

	/**
	 * The lists that a token is in, by itself or as part of a phrase.
	 * @param token any index
	 * @return the bits of the lists, 0 for none
	 */
	public int lists(int token) {
		return (token >= 0 && token < this.lists.length) ? this.lists[token] : 0;
	}

	/**
	 * Whether the case of the line of a token says nothing.
	 * @param token any index
	 * @return {@code true} in a line that is all lower or all upper case
	 */
	public boolean isFlat(int token) {
		return token >= 0 && token < this.flat.length && this.flat[token];
	}

	/** {@code Alder}, no {@code ALDER}, in a line where a capital tells something. */
	boolean isCapital(int token) {
		return this.document.capitalised(token) && !this.document.upperCase(token) && !isFlat(token);
	}

	/** Whether a word is written as a name would be in its line. */
	boolean looksProper(int token) {
		return this.document.kind(token) == TokenKind.WORD && (isFlat(token)
				|| (this.document.capitalised(token) && (this.document.length(token) > 1 || isPrefix(token))));
	}

	/** Whether a word is a name and nothing else. */
	boolean isSurelyName(int token) {
		return in(token, KNOWN) && !in(token, LEXICAL | OTHER) && (this.document.length(token) > 2 || isPrefix(token));
	}

	/** Whether a word is in no list at all, as rare and foreign names are. */
	boolean isUnknown(int token) {
		return this.document.kind(token) == TokenKind.WORD && (lists(token) & ~Gazetteer.STARTS_PHRASE) == 0
				&& (this.document.length(token) > 2 || isPrefix(token));
	}

	/** Whether a word may be a name where the words around it say so. */
	boolean mayBeName(int token) {
		return !in(token, OTHER) && (in(token, KNOWN) || !in(token, LEXICAL));
	}

	/** Whether a word has another meaning that outweighs a name. */
	boolean isOther(int token) {
		return in(token, OTHER) && !isNameAfterAll(token);
	}

	/** {@code Ed Grace}, {@code Bill Ryant}, {@code German is a 92-year-old}. */
	private boolean isNameAfterAll(int token) {
		boolean listed = in(token, in(token, Gazetteer.EPONYM) ? KNOWN : Gazetteer.FIRST_NAME);
		if (!listed || in(token, DECIDED) || !isCapital(token)) {
			return false;
		}
		int next = endOfUnit(token);
		boolean surname = looksProper(next) && !in(next, OTHER) && !this.document.startsLine(next)
				&& (in(next, Gazetteer.SURNAME) || isUnknown(next)) && !isEponymBefore(endOfUnit(next));
		if (in(token, Gazetteer.EPONYM)) {
			return surname && !in(next, LEXICAL) && !isEponymBefore(next);
		}
		return (surname && (!in(token, Gazetteer.STOP) || !startsSentence(token))) || isAged(next);
	}

	/** {@code is a 92-year-old}. */
	boolean isAged(int verb) {
		boolean is = this.document.is(verb, "is") || this.document.is(verb, "was");
		boolean article = this.document.is(verb + 1, "a") || this.document.is(verb + 1, "an");
		return is && this.document.digits(article ? verb + 2 : verb + 1) > 0;
	}

	/**
	 * A single capital with or without a dot, such as the {@code J.} of {@code J. Smith}.
	 */
	boolean isInitial(int token) {
		return this.document.kind(token) == TokenKind.WORD && this.document.length(token) == 1 && !isPrefix(token)
				&& (isFlat(token) || this.document.capitalised(token));
	}

	/**
	 * The token after a word and what is joined to it: {@code Smith-Jones},
	 * {@code O'Brien}.
	 */
	int endOfUnit(int token) {
		int end = token + 1;
		while (end < token + MAX_UNIT && this.document.joined(end - 1) && this.document.symbolOf(end, "-'’‑‘")
				&& this.document.joined(end) && this.document.kind(end + 1) == TokenKind.WORD
				&& (this.document.capitalised(end + 1) || (isFlat(end) && this.document.length(end + 1) > 1))) {
			end += 2;
		}
		return end;
	}

	/**
	 * Whether the noun after a name makes it the name of a thing:
	 * {@code Turner syndrome}.
	 */
	boolean isEponymBefore(int end) {
		int at = end;
		if (this.document.symbolOf(at, "'’") && this.document.joined(at - 1)) {
			at = this.document.is(at + 1, "s") ? at + 2 : at + 1;
		}
		return in(at, Gazetteer.HEAD) || (in(at + 1, Gazetteer.HEAD) && in(at, LEXICAL) && !isStop(at) && at > end);
	}

	/** A dose behind a word says that it is a medicine. */
	boolean isDoseBehind(int end) {
		return this.document.digits(end) > 0 && (this.document.is(end + 1, "mg") || this.document.is(end + 1, "mcg")
				|| this.document.is(end + 1, "units") || this.document.folded(end).endsWith("mg"));
	}

	boolean isStop(int token) {
		return in(token, Gazetteer.STOP);
	}

	/**
	 * Whether a sentence or a field starts at a token, so that its capital says little.
	 */
	boolean startsSentence(int token) {
		return this.document.startsLine(token) || this.document.symbolOf(token - 1, ".!?:;|\"*•-([>#")
				|| this.document.kind(token - 1) == TokenKind.NONE;
	}

}
