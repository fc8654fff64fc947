package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds names that nothing announces, by the lists and the case of neighbouring words:
 * {@code Booker Marquette}, {@code J. Smith}, {@code Killen has}.
 */
final class FreeNames {

	private static final int MAX_PARTS = 6;

	/** Words after which a capital is that of a person. */
	private static final Set<String> TELLING = Set.of("per", "told", "tell", "asked", "ask", "says", "calls", "remind");

	/** What only a person does, so that a word before that is a name too is a name. */
	private static final Set<String> PERSONAL_VERBS = Set.of("denies", "denied", "reports", "reported", "presented",
			"underwent", "complains", "complained", "endorses", "endorsed", "tolerated", "received", "improved",
			"refuses", "refused", "says", "said", "wants", "lives", "takes", "took", "feels", "felt", "called", "fell",
			"ambulated", "verbalized", "smokes", "drinks", "asked", "asks", "requests", "declined", "arrived",
			"agreed");

	private final Words words;

	private final Document document;

	private final Findings findings;

	FreeNames(Words words, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.findings = findings;
	}

	/** Look for a name that starts at a token; gives the token to go on from. */
	int at(int i) {
		if (this.document.kind(i) != TokenKind.WORD) {
			return i;
		}
		int end = lastFirst(i);
		if (end > i) {
			return end;
		}
		return this.words.isFlat(i) ? flat(i) : run(i);
	}

	/** {@code Zheng, Emanuel}. */
	private int lastFirst(int i) {
		if (!isNamePart(i)) {
			return i;
		}
		int comma = this.words.endOfUnit(i);
		int given = comma + 1;
		if (isUnlistedPair(i, comma, given)) {
			return add(i, this.words.endOfUnit(given), 0.7);
		}
		boolean pair = this.document.symbol(comma, ',') && !this.document.startsLine(given) && isNamePart(given)
				&& this.words.in(given, Gazetteer.FIRST_NAME) && this.words.in(i, Gazetteer.SURNAME);
		boolean sure = this.words.isFlat(i) ? this.words.isSurelyName(given) && this.words.isSurelyName(i)
				: this.words.isSurelyName(given) || this.words.isSurelyName(i);
		if (!pair || !sure || this.words.in(given, Gazetteer.COUNTRY) || listGoesOn(given)) {
			return i;
		}
		int end = this.words.endOfUnit(given);
		if (this.words.isInitial(end)) {
			end++;
		}
		return add(i, end, 0.8);
	}

	/**
	 * {@code Okafor, Chidi} at the start of a line, with what is no sentence behind it.
	 */
	private boolean isUnlistedPair(int i, int comma, int given) {
		if (!this.document.startsLine(i) || !this.document.symbol(comma, ',') || this.document.startsLine(given)
				|| this.words.isFlat(i)) {
			return false;
		}
		boolean names = isForeign(i) && isForeign(given);
		int next = this.words.endOfUnit(given);
		return names && (this.document.kind(next) != TokenKind.WORD || this.document.upperCase(next))
				&& !this.document.symbol(next, ',');
	}

	private boolean isForeign(int i) {
		return this.words.isUnknown(i) || this.words.isSurelyName(i);
	}

	private boolean listGoesOn(int given) {
		int next = this.words.endOfUnit(given);
		return this.document.symbol(next, ',') && this.words.looksProper(next + 1) && this.words.isSurelyName(next + 1);
	}

	/** A run of words with a capital, cut at those that are no part of a name. */
	private int run(int i) {
		if (!isNamePart(i) && !isLeadingInitial(i)) {
			return i;
		}
		int parts = 0;
		int initials = 0;
		int sure = 0;
		boolean afterFirstName = false;
		int end = i;
		int at = i;
		for (int part = 0; part < MAX_PARTS; part++) {
			if (part > 0 && this.document.startsLine(at)) {
				break;
			}
			if (this.words.isInitial(at) && !this.document.joined(at - 1)) {
				boolean dot = this.document.symbol(at + 1, '.');
				boolean more = isNamePart(dot ? at + 2 : at + 1);
				if (!dot && !more) {
					break;
				}
				initials++;
				at += dot ? 2 : 1;
				end = more ? at : (dot ? at - 1 : at);
				if (!more) {
					break;
				}
			}
			else if (isNamePart(at)) {
				parts++;
				afterFirstName = this.words.isSurelyName(at) && this.words.in(at, Gazetteer.FIRST_NAME);
				sure += (this.words.isSurelyName(at) || this.words.isUnknown(at)) ? 1 : 0;
				at = this.words.endOfUnit(at);
				end = at;
			}
			else if (parts == 1 && afterFirstName && isOddSurname(at)) {
				parts++;
				at = this.words.endOfUnit(at);
				end = at;
			}
			else if (parts > 0 && isParticle(at)) {
				at++;
			}
			else {
				break;
			}
		}
		return isName(i, end, parts, initials, sure) ? add(i, end, (parts > 1) ? 0.75 : 0.65)
				: Math.max(i, skip(i, end, parts));
	}

	/** A run that is no name may hold one further on. */
	private static int skip(int first, int end, int parts) {
		return (parts > 1) ? first : Math.min(end, first);
	}

	private boolean isName(int first, int end, int parts, int initials, int sure) {
		if (parts == 0 || this.words.isDoseBehind(end)) {
			return false;
		}
		boolean eponym = this.words.isEponymBefore(end);
		if (parts == 1) {
			return !eponym && ((initials > 0) ? isNameWithInitial(first, sure) : isSoleName(first, end));
		}
		boolean firstName = this.words.in(first, Gazetteer.FIRST_NAME);
		if (eponym && !(firstName && this.words.isSurelyName(first))) {
			return false;
		}
		if (isUpperCaseRun(first, end)) {
			return sure > 0 && firstName && this.words.in(end - 1, Gazetteer.SURNAME) && sure == parts;
		}
		if (sure > 0 && anyListed(first, end)) {
			return true;
		}
		boolean lastListed = this.words.in(end - 1, Words.KNOWN);
		if (sure > 0 && (firstName || lastListed) && !this.words.startsSentence(first)) {
			return true;
		}
		boolean bothListed = firstName && this.words.in(end - 1, Gazetteer.SURNAME);
		return bothListed ? !this.words.startsSentence(first) || isFollowedByVerb(end) || isSeparated(first, end)
				: sure == parts && parts <= 3 && (!this.words.startsSentence(first) || isFollowedByVerb(end));
	}

	/** Whether a name stands for itself between symbols, as in a list or in brackets. */
	private boolean isSeparated(int first, int end) {
		boolean before = this.document.kind(first - 1) != TokenKind.WORD;
		return before && (this.document.symbolOf(end, ",;()") || this.document.startsLine(end));
	}

	private boolean anyListed(int first, int end) {
		for (int i = first; i < end; i++) {
			if (this.words.isSurelyName(i)) {
				return true;
			}
		}
		return false;
	}

	private boolean isUpperCaseRun(int first, int end) {
		return this.document.upperCase(first) && this.document.upperCase(end - 1);
	}

	private boolean isNameWithInitial(int first, int sure) {
		if (this.words.isInitial(first)) {
			return sure > 0 || this.words.in(first + 1, Words.KNOWN) || this.words.in(first + 2, Words.KNOWN);
		}
		return this.words.in(first, Gazetteer.FIRST_NAME) && (sure > 0 || this.document.is(first - 1, "pt"));
	}

	private boolean isSoleName(int first, int end) {
		if (this.words.isSurelyName(first)) {
			boolean part = this.document.joined(first - 1) && this.document.symbolOf(first - 1, "-/_.@");
			boolean abbreviation = this.document.upperCase(first) && this.document.length(first) <= 4;
			boolean field = this.document.symbol(end, ':') || this.document.symbol(end, '=');
			return !part && !abbreviation && !field && !isJoinedOn(end);
		}
		if (this.words.isUnknown(first) && TELLING.contains(this.document.folded(first - 1))) {
			return !this.document.upperCase(first) && !isJoinedOn(end);
		}
		boolean possible = this.words.in(first, Words.KNOWN) || this.words.isUnknown(first);
		return possible && isPersonal(end) && !this.document.upperCase(first);
	}

	private boolean isJoinedOn(int end) {
		return this.document.joined(end - 1) && this.document.symbolOf(end, "/_@")
				&& this.document.alphanumeric(end + 1);
	}

	/** {@code Hope denies}, {@code Hope is a 92-year-old}. */
	private boolean isPersonal(int end) {
		if (PERSONAL_VERBS.contains(this.document.folded(end))) {
			return true;
		}
		return this.words.isAged(end);
	}

	private boolean isFollowedByVerb(int end) {
		return this.words.in(end, Gazetteer.VERB);
	}

	private boolean isLeadingInitial(int i) {
		return this.words.isInitial(i) && this.document.symbol(i + 1, '.') && this.document.joined(i)
				&& (isNamePart(i + 2) || (this.words.isInitial(i + 2) && this.document.symbol(i + 3, '.')))
				&& !this.document.startsLine(i + 2);
	}

	/**
	 * After a sure first name a word that is something else too: {@code Nettie Kerley}.
	 */
	private boolean isOddSurname(int i) {
		boolean title = this.words.looksProper(i) && !this.document.upperCase(i) && !this.words.isEponymBefore(i + 1)
				&& !this.words.isDoseBehind(i + 1);
		boolean rare = this.words.in(i, Gazetteer.RARE_WORD) && !this.words.in(i, Gazetteer.COMMON_WORD);
		boolean odd = (this.words.in(i, Gazetteer.SURNAME) && !this.words.isStop(i)) || rare
				|| this.document.length(i) == 2;
		return title && odd && !this.words.in(i, Gazetteer.TITLE | Gazetteer.VERB | Gazetteer.CLINICAL | Gazetteer.DRUG
				| Gazetteer.FACILITY | Gazetteer.HEAD);
	}

	private boolean isParticle(int i) {
		return Set.of("de", "la", "del", "van", "von", "der", "bin", "al", "da", "dos", "di", "du", "le", "den")
			.contains(this.document.folded(i))
				&& this.words.looksProper(i + 1) | this.document.is(i + 1, "la") | this.document.is(i + 1, "der");
	}

	private boolean isNamePart(int i) {
		if (!this.words.looksProper(i) || this.words.isOther(i)) {
			return false;
		}
		if (this.document.upperCase(i) && this.words.in(i, Gazetteer.CREDENTIAL)) {
			return false;
		}
		return this.words.in(i, Words.KNOWN) || !this.words.in(i, Words.LEXICAL | Gazetteer.FACILITY | Gazetteer.LABEL);
	}

	/** In a line without case: a sure first name with what may follow it. */
	private int flat(int i) {
		boolean first = this.words.in(i, Gazetteer.FIRST_NAME);
		boolean sure = this.words.isSurelyName(i) && !isPartOfRun(i);
		if (!sure && !first || this.words.isOther(i)) {
			return i;
		}
		int end = this.words.endOfUnit(i);
		boolean next = this.document.kind(end) == TokenKind.WORD && !this.document.startsLine(end)
				&& !this.words.isOther(end)
				&& !this.words.in(end, Gazetteer.VERB | Gazetteer.CREDENTIAL | Gazetteer.FACILITY);
		boolean surname = next && (this.words.isSurelyName(end) || this.words.isUnknown(end));
		boolean either = next && sure && first && this.words.in(end, Words.KNOWN) && this.document.length(end) > 2
				&& !this.words.in(end, Gazetteer.HEAD | Gazetteer.LABEL | Gazetteer.RELATIVE);
		if (surname || either) {
			int last = this.words.endOfUnit(end);
			return this.words.isEponymBefore(last) && !sure ? i : add(i, last, 0.7);
		}
		boolean alone = sure && !this.words.isEponymBefore(end) && !this.words.isDoseBehind(end);
		return alone && (first || !this.words.in(i, Gazetteer.CITY)) ? add(i, end, 0.55) : i;
	}

	private boolean isPartOfRun(int i) {
		return (this.document.joined(i - 1) && this.document.symbolOf(i - 1, "-/_.@\\&"))
				|| (this.document.joined(i) && this.document.symbolOf(i + 1, "_/@\\:=("));
	}

	private int add(int first, int end, double score) {
		this.findings.add(first, end, EntityType.NAME, score);
		return end;
	}

}
