package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds names by what stands before them: a title, a label, a relative, a greeting.
 */
final class ContextNames {

	/** Titles that count in lower case and before any word that may be a name. */
	private static final Set<String> SURE_TITLES = Set.of("dr", "mr", "mrs", "ms", "miss", "dra", "sra", "srta", "prof",
			"mx");

	/** Labels that need no colon. */
	private static final Set<String> SPOKEN_LABELS = Set.of("patient", "pt", "subscriber", "guarantor", "employee",
			"provider", "physician", "surgeon", "pcp", "attending", "cc", "insured", "member", "claimant", "proxy",
			"resident", "client", "beneficiary", "enrollee", "contact", "caller", "named", "nurse", "alias", "aka",
			"nee", "cardiologist", "oncologist", "neurologist", "hospitalist", "therapist", "paciente", "participant");

	private static final Set<String> GREETINGS = Set.of("thanks", "sincerely", "regards", "best", "hi", "hello", "hey",
			"dear", "cheers", "thank", "hola", "gracias", "respectfully", "yours", "love", "cordially", "attn");

	private final Words words;

	private final Document document;

	private final NameReader reader;

	private final Findings findings;

	ContextNames(Words words, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.reader = new NameReader(words);
		this.findings = findings;
	}

	/**
	 * Look for a name that something at a token announces; gives the token to go on from.
	 */
	int at(int i) {
		if (this.document.kind(i) != TokenKind.WORD) {
			return i;
		}
		int end = afterTitle(i);
		end = (end > i) ? end : afterLabel(i);
		end = (end > i) ? end : afterRelative(i);
		end = (end > i) ? end : afterIntroduction(i);
		return (end > i) ? end : initials(i);
	}

	private int afterTitle(int i) {
		if (!this.words.in(i, Gazetteer.TITLE)) {
			return i;
		}
		int at = this.document.symbol(i + 1, '.') ? i + 2 : i + 1;
		if (this.document.startsLine(at) || (this.document.joined(i) && at == i + 1)) {
			return i;
		}
		boolean sure = SURE_TITLES.contains(this.document.folded(i)) && isTitleCase(i);
		boolean named = this.words.looksProper(at) && !this.document.upperCase(i)
				&& (this.words.isSurelyName(at) || (this.words.isUnknown(at) && !this.words.isFlat(at)));
		if (!sure && !named) {
			return i;
		}
		if (this.words.isEponymBefore(this.words.endOfUnit(at)) && !sure) {
			return i;
		}
		return add(at, this.reader.read(at), 0.95, i);
	}

	/** {@code MS} in capitals is a disease or a degree unless a dot follows. */
	private boolean isTitleCase(int i) {
		return !this.document.upperCase(i) || this.words.isFlat(i) || this.document.symbol(i + 1, '.')
				|| this.document.is(i, "dr");
	}

	private int afterLabel(int i) {
		boolean label = this.words.in(i, Gazetteer.LABEL) || this.words.in(i, Gazetteer.RELATIVE);
		String word = this.document.folded(i);
		if (!label && !word.equals("named")) {
			return i;
		}
		if (this.document.symbolOf(i + 1, ":=") && !this.document.startsLine(i + 2)) {
			int at = afterTitles(this.document.symbolOf(i + 2, "\"'") ? i + 3 : i + 2);
			boolean heading = (this.words.isFlat(at) && !this.words.mayBeName(at)) || isSaying(at);
			return (heading || isPhrase(at)) ? i : add(at, this.reader.readLastFirst(at), 0.93, i);
		}
		int at = this.document.symbolOf(i + 1, "(,") && SPOKEN_LABELS.contains(word) ? i + 2 : i + 1;
		boolean spoken = SPOKEN_LABELS.contains(word) && this.words.looksProper(at) && !this.document.startsLine(at)
				&& isNameAt(at);
		return spoken ? add(at, this.reader.readLastFirst(at), 0.9, i) : i;
	}

	/** {@code PATIENT: Better. My leg}: what somebody says behind the colon. */
	private boolean isSaying(int at) {
		return this.words.isStop(at) && !this.words.in(at, Gazetteer.FIRST_NAME)
				&& (this.document.symbolOf(at + 1, ".!?,") || !this.document.capitalised(at + 1));
	}

	/** Whether a phrase of ordinary words stands where a name could. */
	private boolean isPhrase(int at) {
		boolean ordinary = this.words.in(at, Words.LEXICAL) && !this.words.in(at, Words.KNOWN);
		boolean next = !this.words.in(at + 1, Words.KNOWN) || this.words.in(at + 1, Words.LEXICAL);
		return ordinary && next && !this.document.symbol(at + 1, ',');
	}

	private int afterTitles(int i) {
		int at = i;
		while (this.words.in(at, Gazetteer.TITLE) && !this.document.symbol(at + 1, ',')) {
			at = this.document.symbol(at + 1, '.') ? at + 2 : at + 1;
		}
		return at;
	}

	private boolean isNameAt(int at) {
		if (this.words.isInitial(at)) {
			return this.document.symbol(at + 1, '.') && this.document.capitalised(at);
		}
		if (this.words.isOther(at) || this.words.isEponymBefore(this.words.endOfUnit(at))) {
			return false;
		}
		if (this.words.isFlat(at)) {
			return this.words.isSurelyName(at) || (this.words.in(at, Gazetteer.FIRST_NAME)
					&& this.words.mayBeName(at + 1) && this.document.kind(at + 1) == TokenKind.WORD);
		}
		return this.words.mayBeName(at);
	}

	/**
	 * {@code his wife Danielle}, {@code daughter (Inez)}, {@code my mom's name is Ada}.
	 */
	private int afterRelative(int i) {
		if (!this.words.in(i, Gazetteer.RELATIVE) || this.document.startsLine(i + 1)) {
			return i;
		}
		int at = i + 1;
		if (this.document.symbolOf(at, ",(-") || this.document.is(at, "named") || this.document.is(at, "is")) {
			at++;
		}
		if (this.document.symbolOf(at, "'’") && this.document.is(at + 1, "s") && this.document.is(at + 2, "name")) {
			at += 4;
		}
		boolean proper = this.words.looksProper(at) && !this.words.isOther(at);
		boolean name = this.words.isFlat(at) ? isFlatFirst(at)
				: proper && (this.words.in(at, Words.KNOWN) || this.words.isUnknown(at));
		return name ? add(at, this.reader.read(at), 0.9, i) : i;
	}

	private boolean isFlatFirst(int at) {
		if (this.words.isOther(at) || this.words.in(at, Gazetteer.VERB | Gazetteer.CLINICAL | Gazetteer.CREDENTIAL)) {
			return false;
		}
		boolean surname = this.words.in(at, Gazetteer.SURNAME)
				&& (this.words.isSurelyName(at + 1) || this.words.isUnknown(at + 1));
		return this.words.in(at, Gazetteer.FIRST_NAME) || this.words.isSurelyName(at) || this.words.isUnknown(at)
				|| surname;
	}

	/** {@code my name is Sam}, {@code this is Sam Kunkel}, {@code Thanks, Sam}. */
	private int afterIntroduction(int i) {
		String word = this.document.folded(i);
		if (word.equals("is") && (this.document.is(i - 1, "name") || this.document.is(i - 1, "this"))) {
			boolean sure = this.document.is(i - 1, "name");
			return isIntroduced(i + 1, sure) ? add(i + 1, this.reader.read(i + 1), 0.9, i) : i;
		}
		boolean me = (word.equals("am") && this.document.is(i - 1, "i"))
				|| (word.equals("m") && this.document.symbolOf(i - 1, "'’"));
		if (me) {
			return isIntroduced(i + 1, false) ? add(i + 1, this.reader.read(i + 1), 0.8, i) : i;
		}
		if (GREETINGS.contains(word)) {
			int at = this.document.symbolOf(i + 1, ",!-:") ? i + 2 : i + 1;
			at = this.document.is(at, "you") || this.document.is(at, "much") ? at + 1 : at;
			at = this.document.symbolOf(at, ",!-") ? at + 1 : at;
			at = afterTitles(at);
			boolean near = !this.document.startsLine(at) || at > i + 1;
			return near && isIntroduced(at, false) ? add(at, this.reader.read(at), 0.85, i) : i;
		}
		return i;
	}

	private boolean isIntroduced(int at, boolean sure) {
		if (!this.words.looksProper(at) || this.words.isOther(at)) {
			return false;
		}
		if (this.words.isFlat(at)) {
			return isFlatFirst(at) && (sure || !this.words.in(at, Words.LEXICAL) || this.words.isSurelyName(at + 1)
					|| this.words.isUnknown(at + 1));
		}
		return sure || this.words.in(at, Words.KNOWN) || this.words.isUnknown(at);
	}

	/** {@code initials C.O.}, {@code Pt J.C.}. */
	private int initials(int i) {
		if (!this.document.is(i, "initials") && !this.document.is(i, "pt") && !this.document.is(i, "patient")) {
			return i;
		}
		int at = this.document.symbolOf(i + 1, ":(\"") || this.document.is(i + 1, "are") ? i + 2 : i + 1;
		boolean dotted = this.document.length(at) == 1 && this.document.capitalised(at)
				&& this.document.symbol(at + 1, '.') && this.document.length(at + 2) == 1
				&& this.document.capitalised(at + 2);
		if (dotted) {
			int end = at + 3;
			while (this.document.symbol(end, '.') && this.document.length(end + 1) == 1
					&& this.document.capitalised(end + 1) && this.document.joined(end)) {
				end += 2;
			}
			return add(at, end, 0.9, i);
		}
		boolean plain = this.document.is(i, "initials") && this.document.kind(at) == TokenKind.WORD
				&& this.document.length(at) <= 3;
		return plain ? add(at, at + 1, 0.9, i) : i;
	}

	private int add(int first, int end, double score, int otherwise) {
		if (end <= first) {
			return otherwise;
		}
		this.findings.add(first, end, EntityType.NAME, score);
		return end;
	}

}
