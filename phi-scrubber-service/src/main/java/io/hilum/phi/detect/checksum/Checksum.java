package io.hilum.phi.detect.checksum;

/**
 * The check digits of the identifiers that have one. Each method takes letters and digits
 * only, in lower case.
 */
final class Checksum {

	private static final String VIN_LETTERS = "abcdefghjklmnprstuvwxyz";

	private static final String VIN_VALUES = "12345678123457923456789";

	private static final int[] VIN_WEIGHTS = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };

	/** The kinds of character at each place of an MBI; A letter, N digit, X either. */
	private static final String MBI_FORM = "1AXNAXNAANN";

	private static final String MBI_EXCLUDED = "sloibz";

	private Checksum() {
	}

	/** The Luhn check of ISO/IEC 7812-1. */
	static boolean isLuhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int doubled = (i % 2 == 1) ? digit * 2 : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

	/** National provider identifier (45 CFR 162.406): Luhn with the prefix 80840. */
	static boolean isNpi(String value) {
		return value.length() == 10 && isDigits(value) && (value.charAt(0) == '1' || value.charAt(0) == '2')
				&& isLuhn("80840" + value);
	}

	/** Card number: 13 to 19 digits of a known network that pass Luhn. */
	static boolean isCard(String value) {
		return value.length() >= 13 && value.length() <= 19 && isDigits(value) && "23456".indexOf(value.charAt(0)) >= 0
				&& isLuhn(value);
	}

	/** DEA registration number: two letters, seven digits, the last a check digit. */
	static boolean isDea(String value) {
		if (value.length() != 9 || !Character.isLetter(value.charAt(0))
				|| Character.isDigit(value.charAt(1)) && value.charAt(1) != '9' || !isDigits(value.substring(2))) {
			return false;
		}
		int odd = digit(value, 2) + digit(value, 4) + digit(value, 6);
		int even = digit(value, 3) + digit(value, 5) + digit(value, 7);
		return (odd + 2 * even) % 10 == digit(value, 8);
	}

	/** Medicare beneficiary identifier, by its form (CMS, "Understanding the MBI"). */
	static boolean isMbi(String value) {
		if (value.length() != MBI_FORM.length() || value.charAt(0) == '0') {
			return false;
		}
		for (int i = 0; i < value.length(); i++) {
			char unit = value.charAt(i);
			boolean letter = unit >= 'a' && unit <= 'z' && MBI_EXCLUDED.indexOf(unit) < 0;
			boolean digit = Character.isDigit(unit);
			char form = MBI_FORM.charAt(i);
			boolean fits = switch (form) {
				case 'A' -> letter;
				case 'X' -> letter || digit;
				default -> digit;
			};
			if (!fits) {
				return false;
			}
		}
		return true;
	}

	/** Vehicle identification number (49 CFR 565.15). */
	static boolean isVin(String value) {
		if (value.length() != VIN_WEIGHTS.length) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < value.length(); i++) {
			int known = transliterated(value.charAt(i));
			if (known < 0) {
				return false;
			}
			sum += known * VIN_WEIGHTS[i];
		}
		int check = sum % 11;
		return value.charAt(8) == ((check == 10) ? 'x' : (char) ('0' + check));
	}

	/** International bank account number (ISO 13616): remainder 1 modulo 97. */
	static boolean isIban(String value) {
		if (value.length() < 15 || value.length() > 34 || !Character.isLetter(value.charAt(0))
				|| !Character.isLetter(value.charAt(1)) || !isDigits(value.substring(2, 4))) {
			return false;
		}
		int remainder = 0;
		String turned = value.substring(4) + value.substring(0, 4);
		for (int i = 0; i < turned.length(); i++) {
			int known = Character.digit(turned.charAt(i), 36);
			if (known < 0) {
				return false;
			}
			remainder = (remainder * ((known > 9) ? 100 : 10) + known) % 97;
		}
		return remainder == 1;
	}

	private static int transliterated(char unit) {
		if (Character.isDigit(unit)) {
			return unit - '0';
		}
		int at = VIN_LETTERS.indexOf(unit);
		return (at < 0) ? -1 : VIN_VALUES.charAt(at) - '0';
	}

	private static int digit(String value, int at) {
		return value.charAt(at) - '0';
	}

	private static boolean isDigits(String value) {
		for (int at = 0; at < value.length(); at++) {
			if (value.charAt(at) < '0' || value.charAt(at) > '9') {
				return false;
			}
		}
		return true;
	}

}
