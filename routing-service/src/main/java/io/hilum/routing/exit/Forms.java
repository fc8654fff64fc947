package io.hilum.routing.exit;

/**
 * The forms and checksums of identifiers, over ASCII in capitals.
 */
final class Forms {

	private static final String DEA_REGISTRANTS = "ABCDEFGHJKLMPRSTUX";

	/** Letters that look like digits are not given. */
	private static final String MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";

	/** C: 1-9, A: letter, N: digit, M: letter or digit. */
	private static final String MBI_FORM = "CAMNAMNAANN";

	private static final int[] VIN_WEIGHTS = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };

	private static final int VIN_CHECK = 8;

	private static final int VIN_SERIAL = 13;

	private static final int NPI_PREFIX = 24;

	private Forms() {
	}

	/**
	 * Digits of a social security number or of an individual taxpayer's.
	 */
	static boolean isSsn(byte[] nine) {
		int area = number(nine, 0, 3);
		int group = number(nine, 3, 5);
		if (area == 0 || area == 666 || group == 0 || number(nine, 5, 9) == 0) {
			return false;
		}
		return area < 900 || (group >= 50 && group != 66 && group != 67 && group != 68 && group != 69 && group != 89
				&& group != 93);
	}

	/**
	 * Digits of a card of a known issuer.
	 */
	static boolean isCard(byte[] digits, int length) {
		return isIssuer(number(digits, 0, 4), length) && luhn(digits, length, 0);
	}

	private static boolean isIssuer(int first, int length) {
		return switch (length) {
			case 13, 19 -> first / 1000 == 4;
			case 15 -> first / 100 == 34 || first / 100 == 37;
			case 16 -> first / 1000 == 4 || (first >= 5100 && first < 5600) || (first >= 2221 && first <= 2720)
					|| first == 6011 || first / 100 == 65 || (first >= 6440 && first < 6500)
					|| (first >= 3528 && first <= 3589);
			default -> false;
		};
	}

	/**
	 * Ten digits of a provider, whose checksum counts the prefix 80840 in.
	 */
	static boolean isNpi(byte[] ten) {
		return (ten[0] == '1' || ten[0] == '2') && luhn(ten, 10, NPI_PREFIX);
	}

	private static boolean luhn(byte[] digits, int length, int prefix) {
		int sum = prefix;
		boolean twice = false;
		for (int i = length - 1; i >= 0; i--) {
			int digit = digits[i] - '0';
			sum += twice ? digit * 2 - ((digit > 4) ? 9 : 0) : digit;
			twice = !twice;
		}
		return sum % 10 == 0;
	}

	/**
	 * Two letters, or a letter and a nine, and seven digits.
	 */
	static boolean isDea(byte[] nine) {
		if (DEA_REGISTRANTS.indexOf(nine[0]) < 0 || (!isLetter(nine[1]) && nine[1] != '9') || !digits(nine, 2, 9)) {
			return false;
		}
		int odd = nine[2] + nine[4] + nine[6] - 3 * '0';
		int even = nine[3] + nine[5] + nine[7] - 3 * '0';
		return (odd + 2 * even) % 10 == nine[8] - '0';
	}

	/**
	 * Eleven characters of a beneficiary of Medicare.
	 */
	static boolean isMbi(byte[] eleven) {
		for (int i = 0; i < MBI_FORM.length(); i++) {
			boolean digit = isDigit(eleven[i]);
			boolean letter = MBI_LETTERS.indexOf(eleven[i]) >= 0;
			boolean fits = switch (MBI_FORM.charAt(i)) {
				case 'C' -> digit && eleven[i] != '0';
				case 'A' -> letter;
				case 'N' -> digit;
				default -> digit || letter;
			};
			if (!fits) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Seventeen characters of a vehicle whose check digit is right.
	 */
	static boolean isVin(byte[] seventeen) {
		int sum = 0;
		for (int i = 0; i < VIN_WEIGHTS.length; i++) {
			int value = vinValue(seventeen[i]);
			if (value < 0) {
				return false;
			}
			sum += value * VIN_WEIGHTS[i];
		}
		int check = sum % 11;
		return seventeen[VIN_CHECK] == ((check == 10) ? 'X' : (byte) ('0' + check));
	}

	/**
	 * Whether a vehicle's number ends and begins as most do: at least two letters in the
	 * first eight characters and four digits at the end.
	 */
	static boolean looksLikeVin(byte[] seventeen) {
		int letters = 0;
		for (int i = 0; i < VIN_CHECK; i++) {
			letters += isLetter(seventeen[i]) ? 1 : 0;
		}
		return letters > 1 && digits(seventeen, VIN_SERIAL, VIN_WEIGHTS.length);
	}

	private static int vinValue(byte unit) {
		if (isDigit(unit)) {
			return unit - '0';
		}
		if (unit == 'I' || unit == 'O' || unit == 'Q' || !isLetter(unit)) {
			return -1;
		}
		return (unit < 'S') ? (unit - 'A') % 9 + 1 : unit - 'S' + 2;
	}

	private static int number(byte[] digits, int from, int to) {
		int value = 0;
		for (int i = from; i < to; i++) {
			value = value * 10 + digits[i] - '0';
		}
		return value;
	}

	private static boolean digits(byte[] units, int from, int to) {
		for (int i = from; i < to; i++) {
			if (!isDigit(units[i])) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigit(byte unit) {
		return unit >= '0' && unit <= '9';
	}

	private static boolean isLetter(byte unit) {
		return unit >= 'A' && unit <= 'Z';
	}

}
