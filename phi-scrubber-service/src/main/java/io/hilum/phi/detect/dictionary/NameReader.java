package io.hilum.phi.detect.dictionary;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * Reads a name of a person where the words before it say that one stands there.
 */
final class NameReader {

	private static final int MAX_PARTS = 5;

	private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "la", "las", "los", "del",
			"da", "dos", "di", "du", "le", "bin", "ibn", "al", "el", "st", "ter", "ten", "zu", "y", "san", "abu",
			"bint", "mac", "af", "av");

	/** What goes on with a sentence after a name and never belongs to it. */
	private static final int STOPPERS = Gazetteer.STOP | Gazetteer.TITLE | Gazetteer.DRUG | Gazetteer.ORGANISATION;

	private final Words words;

	private final Document document;

	NameReader(Words words) {
		this.words = words;
		this.document = words.document();
	}

	/**
	 * Read a name.
	 * @param first the token where it would start
	 * @return the token after it, or the same token if no name stands there
	 */
	int read(int first) {
		int end = first;
		int at = first;
		for (int part = 0; part < MAX_PARTS; part++) {
			if (part > 0 && this.document.startsLine(at)) {
				break;
			}
			int next = part(at, part == 0);
			if (next == at) {
				break;
			}
			boolean particle = isParticle(at);
			at = next;
			end = particle ? end : at;
		}
		return withSuffix(end, first);
	}

	/** {@code PETER, IRMA J}: family name, comma, given names. */
	int readLastFirst(int first) {
		int last = read(first);
		if (last == first || !this.document.symbol(last, ',') || this.document.startsLine(last + 1)) {
			return last;
		}
		int given = last + 1;
		boolean credential = this.words.in(given, Gazetteer.CREDENTIAL) && this.document.upperCase(given)
				&& !this.words.in(given, Gazetteer.FIRST_NAME);
		if (credential || !this.words.looksProper(given) || !isPlausible(given, false)) {
			return last;
		}
		return read(given);
	}

	private int part(int at, boolean first) {
		if (this.words.isInitial(at)) {
			return initial(at, first);
		}
		if (isParticle(at)) {
			return at + 1;
		}
		if (!isPart(at, first)) {
			return at;
		}
		int end = this.words.endOfUnit(at);
		return end;
	}

	/** An initial counts at the start of a name if a name follows. */
	private int initial(int at, boolean first) {
		boolean dot = this.document.symbol(at + 1, '.') && this.document.joined(at);
		int end = dot ? at + 2 : at + 1;
		boolean follows = this.words.isInitial(end) || isPart(end, false);
		if (first) {
			return follows && !this.document.startsLine(end) ? end : at;
		}
		boolean sentence = this.words.isFlat(at) && (this.document.is(at, "a") || this.document.is(at, "i"))
				&& !this.document.symbol(at + 1, '.') && !this.document.is(at + 1, "seen");
		return sentence || this.document.joined(at) && !dot ? at : end(at, end, dot, follows);
	}

	/** The dot behind an initial at the end of a name may be that of the sentence. */
	private static int end(int at, int end, boolean dot, boolean follows) {
		return (dot && !follows) ? at + 1 : end;
	}

	private boolean isParticle(int at) {
		return PARTICLES.contains(this.document.folded(at)) && this.document.length(at) < 5
				&& (isPart(at + 1, false) || PARTICLES.contains(this.document.folded(at + 1)))
				&& !this.document.startsLine(at + 1);
	}

	private boolean isPart(int at, boolean first) {
		if (this.document.kind(at) != TokenKind.WORD || !this.words.looksProper(at)
				|| (this.document.length(at) < 2 && this.words.endOfUnit(at) == at + 1)) {
			return false;
		}
		return isPlausible(at, first);
	}

	private boolean isPlausible(int at, boolean first) {
		if (first && isBeforeFirstName(at)) {
			return true;
		}
		if (this.words.in(at, STOPPERS)) {
			return first && !this.words.isFlat(at) && this.words.in(at, Words.KNOWN)
					&& !this.words.in(at, Gazetteer.TITLE) && !this.document.upperCase(at);
		}
		if (this.words.isFlat(at)) {
			return isPlausibleFlat(at, first);
		}
		if (this.words.in(at, Gazetteer.CREDENTIAL) && this.document.upperCase(at)) {
			return false;
		}
		boolean clinical = this.words.in(at, Gazetteer.CLINICAL | Gazetteer.LABEL);
		return !clinical || (this.words.in(at, Words.KNOWN) && !this.document.upperCase(at) && !isHeading(at));
	}

	/** {@code BILL, IGOR}. */
	private boolean isBeforeFirstName(int at) {
		return this.words.in(at, Gazetteer.SURNAME) && this.document.symbol(at + 1, ',')
				&& this.words.looksProper(at + 2) && !this.words.in(at + 2, Gazetteer.STOP)
				&& (this.words.in(at + 2, Gazetteer.FIRST_NAME) || this.words.isUnknown(at + 2));
	}

	private boolean isPlausibleFlat(int at, boolean first) {
		if (this.words.in(at, Gazetteer.CLINICAL | Gazetteer.RELATIVE | Gazetteer.CREDENTIAL | Gazetteer.LABEL)) {
			return false;
		}
		if (this.words.in(at, Gazetteer.VERB)) {
			return false;
		}
		boolean known = this.words.in(at, Words.KNOWN);
		return first ? known || !this.words.in(at, Words.LEXICAL)
				: (known && !this.words.in(at, Gazetteer.HEAD)) || !this.words.in(at, Words.LEXICAL);
	}

	/** A word before a colon is a heading. */
	private boolean isHeading(int at) {
		return this.document.symbol(at + 1, ':');
	}

	/** {@code Jr.}, {@code III}. */
	private int withSuffix(int end, int first) {
		int at = this.document.symbol(end, ',') ? end + 1 : end;
		boolean suffix = end > first && Set.of("jr", "sr", "ii", "iii", "iv").contains(this.document.folded(at))
				&& this.document.capitalised(at) && !this.document.startsLine(at);
		return suffix ? at + 1 : end;
	}

}
