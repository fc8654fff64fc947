package io.hilum.phi.detect.dictionary;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds names by the letters of a profession behind them: {@code F. Kuziora MD}, {@code
 * Cook, RN}.
 */
final class CredentialNames {

	private static final int MAX_TOKENS = 6;

	private final Words words;

	private final Document document;

	private final Findings findings;

	CredentialNames(Words words, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.findings = findings;
	}

	/** Look for the name before a token. */
	void at(int i) {
		if (!this.words.in(i, Gazetteer.CREDENTIAL) || this.document.startsLine(i) || (!this.document.upperCase(i)
				&& !this.words.isFlat(i) && !this.document.is(i, "phd") && !this.document.is(i, "pharmd"))) {
			return;
		}
		boolean comma = this.document.symbol(i - 1, ',');
		int last = comma ? i - 2 : i - 1;
		boolean flat = this.words.isFlat(i);
		if (flat && !this.document.is(i, "md") && !this.document.is(i, "rn") && !this.document.is(i, "np")) {
			return;
		}
		int first = first(last, flat);
		if (first <= last && (comma || last > first || isTelling(first))) {
			this.findings.add(first, last + 1, EntityType.NAME, 0.92);
		}
	}

	/** {@code Cook MD} is a name, {@code Discharge RN} is none. */
	private boolean isTelling(int i) {
		return this.words.isSurelyName(i) || this.words.isUnknown(i);
	}

	private int first(int last, boolean flat) {
		int first = last + 1;
		int names = 0;
		while (first - 1 > last - MAX_TOKENS && names < (flat ? 2 : 4)) {
			int at = first - 1;
			boolean name = isName(at);
			boolean initial = this.words.isInitial(at) && !flat;
			boolean dot = this.document.symbol(at, '.') && this.words.isInitial(at - 1);
			boolean hyphen = this.document.symbolOf(at, "-'’") && this.document.joined(at)
					&& this.document.joined(at - 1) && first <= last;
			if (!name && !initial && !dot && !hyphen) {
				break;
			}
			names += name ? 1 : 0;
			first--;
			if (this.document.startsLine(first)) {
				break;
			}
		}
		while (first <= last && this.document.kind(first) == TokenKind.SYMBOL) {
			first++;
		}
		return first;
	}

	private boolean isName(int i) {
		if (!this.words.looksProper(i) || this.document.length(i) < 2) {
			return false;
		}
		if (this.words.in(i, Gazetteer.STOP | Gazetteer.TITLE | Gazetteer.LABEL)
				|| (this.words.in(i, Gazetteer.CREDENTIAL) && this.document.upperCase(i))) {
			return false;
		}
		return this.words.in(i, Words.KNOWN) || !this.words.in(i, Words.LEXICAL | Gazetteer.CLINICAL);
	}

}
