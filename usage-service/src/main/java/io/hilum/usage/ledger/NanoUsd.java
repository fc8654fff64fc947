package io.hilum.usage.ledger;

import java.math.BigDecimal;

/**
 * Money: integers of nano-dollars inside, exact decimals of dollars for people.
 */
public final class NanoUsd {

	private static final int SCALE = 9;

	private NanoUsd() {
	}

	/**
	 * Write an amount.
	 * @param nanos nano-dollars
	 * @return dollars with nine decimals, such as {@code 0.001352500}
	 */
	public static String format(long nanos) {
		return BigDecimal.valueOf(nanos, SCALE).toPlainString();
	}

	/**
	 * Read an amount.
	 * @param usd dollars with at most nine decimals
	 * @return nano-dollars
	 * @throws ArithmeticException if the amount is finer or larger than can be held
	 * @throws NumberFormatException if it is no decimal number
	 */
	public static long parse(String usd) {
		return new BigDecimal(usd).movePointRight(SCALE).longValueExact();
	}

}
