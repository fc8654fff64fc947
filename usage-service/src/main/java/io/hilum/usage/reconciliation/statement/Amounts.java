package io.hilum.usage.reconciliation.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers of statements.
 */
final class Amounts {

	private static final int NANO_DIGITS = 9;

	private Amounts() {
	}

	static long nanoUsd(String dollars) {
		return number(dollars).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
	}

	/**
	 * How many tokens a quantity is.
	 * @param quantity the quantity
	 * @param unit its unit, such as {@code 1K} or {@code 1M tokens}
	 * @return the tokens, to the next whole one
	 */
	static long tokens(String quantity, String unit) {
		String words = unit.toLowerCase(Locale.ROOT);
		int digits = words.matches(".*\\b1,?000,?000\\b.*|.*\\b1m\\b.*|.*million.*") ? 6
				: words.matches(".*\\b1,?000\\b.*|.*\\b1k\\b.*|.*thousand.*") ? 3 : 0;
		return number(quantity).movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
	}

	private static BigDecimal number(String text) {
		try {
			return new BigDecimal(text.strip());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("expected a number where a quantity or a cost stands", ex);
		}
	}

}
