package io.hilum.agents.provider;

/**
 * National Provider Identifiers: ten digits that begin with 1 or 2, the last one by
 * Luhn's formula (ISO/IEC 7812-1) over {@code 80840} and the others (45 CFR 162.406, CMS
 * "Requirements for National Provider Identifier and NPI Check Digit"). Pure.
 */
final class Npi {

	private static final int LENGTH = 10;

	/** What the prefix 80840 adds to the sum. */
	private static final int PREFIX_SUM = 24;

	private Npi() {
	}

	static boolean isValid(String npi) {
		if (npi.length() != LENGTH || !npi.chars().allMatch((c) -> c >= '0' && c <= '9')
				|| (npi.charAt(0) != '1' && npi.charAt(0) != '2')) {
			return false;
		}
		int sum = PREFIX_SUM;
		for (int i = 0; i < LENGTH; i++) {
			int digit = npi.charAt(LENGTH - 1 - i) - '0';
			int doubled = 2 * digit;
			sum += (i % 2 == 0) ? digit : (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

}
