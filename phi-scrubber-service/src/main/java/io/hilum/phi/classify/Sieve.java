package io.hilum.phi.classify;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.pattern.Calendar;
import io.hilum.phi.detect.pattern.States;

/**
 * What of a classifier's findings counts. Models mark ages, years, states and relative
 * times that 45 CFR 164.514(b)(2) lets stay, since the sets they learned from do.
 */
final class Sieve {

	private static final int OLDEST_KEPT = 89;

	private static final int OLDEST = 130;

	private static final int YEAR_DIGITS = 4;

	private final Document document;

	Sieve(Document document) {
		this.document = document;
	}

	/** Whether some tokens can be what they are taken for. */
	boolean keeps(int first, int end, EntityType type) {
		return switch (type) {
			case AGE -> isOld(first, end);
			case DATE -> isDay(first, end);
			case NAME -> isLettered(first, end);
			case LOCATION -> !isState(first, end);
			default -> true;
		};
	}

	private boolean isOld(int first, int end) {
		for (int i = first; i < end; i++) {
			if (this.document.value(i) > OLDEST_KEPT && this.document.value(i) <= OLDEST) {
				return true;
			}
		}
		return false;
	}

	/** A month, or a number that is no bare year. */
	private boolean isDay(int first, int end) {
		for (int i = first; i < end; i++) {
			boolean year = this.document.kind(i) == TokenKind.NUMBER && this.document.length(i) == YEAR_DIGITS;
			if ((this.document.digits(i) > 0 && !year) || Calendar.isMonthName(this.document.folded(i))) {
				return true;
			}
		}
		return false;
	}

	private boolean isLettered(int first, int end) {
		for (int i = first; i < end; i++) {
			if (this.document.kind(i) == TokenKind.WORD) {
				return true;
			}
		}
		return false;
	}

	private boolean isState(int first, int end) {
		return States.end(this.document, first) >= end;
	}

}
