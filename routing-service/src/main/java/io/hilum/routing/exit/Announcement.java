package io.hilum.routing.exit;

import org.jspecify.annotations.Nullable;

/**
 * Words before a number that say what it is, with at most a few that say nothing between.
 * Words are packed into a {@code long}, the first eight letters of each.
 */
final class Announcement {

	private static final int MAX_FILLERS = 3;

	private static final long[] FILLERS = packed("number", "no", "num", "nr", "is", "id", "of", "value", "code",
			"registration");

	private static final long[] NPI = packed("npi", "xx");

	private static final long[] DEA = packed("dea");

	private static final long[] MBI = packed("mbi", "medicare");

	private static final long[] VIN = packed("vin", "chassis");

	private static final long[] CARD = packed("card", "cc", "pan", "visa", "amex", "mastercard", "discover", "credit",
			"debit");

	/** One bit of 64 for each word: most others fall on none. */
	private static final long SEEN = seen(NPI) | seen(DEA) | seen(MBI) | seen(VIN) | seen(CARD);

	private @Nullable Leak announced;

	private int fillers;

	private static long[] packed(String... words) {
		long[] packed = new long[words.length];
		for (int i = 0; i < words.length; i++) {
			for (int at = 0; at < Math.min(words[i].length(), Long.BYTES); at++) {
				packed[i] = (packed[i] << Byte.SIZE) | words[i].charAt(at);
			}
		}
		return packed;
	}

	private static long seen(long[] words) {
		long seen = 0;
		for (long word : words) {
			seen |= bit(word);
		}
		return seen;
	}

	private static long bit(long word) {
		return 1L << ((word * 0x9E3779B97F4A7C15L) >>> 58);
	}

	/**
	 * A word of letters has come.
	 * @param word its first eight letters in lower case
	 */
	void word(long word) {
		Leak found = of(word);
		if (found != null) {
			this.announced = found;
			this.fillers = 0;
		}
		else if (this.announced != null && (++this.fillers > MAX_FILLERS || !isOneOf(word, FILLERS))) {
			this.announced = null;
		}
	}

	private static @Nullable Leak of(long word) {
		if ((SEEN & bit(word)) == 0) {
			return null;
		}
		if (isOneOf(word, NPI)) {
			return Leak.NPI;
		}
		if (isOneOf(word, CARD)) {
			return Leak.CARD;
		}
		if (isOneOf(word, DEA)) {
			return Leak.DEA;
		}
		if (isOneOf(word, MBI)) {
			return Leak.MBI;
		}
		return isOneOf(word, VIN) ? Leak.VIN : null;
	}

	private static boolean isOneOf(long word, long[] words) {
		for (long other : words) {
			if (word == other) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Something else than a word of letters has come.
	 */
	void over() {
		this.announced = null;
	}

	/**
	 * Whether what comes now is announced.
	 * @param leak as what
	 * @return {@code true} if it is
	 */
	boolean says(Leak leak) {
		return this.announced == leak;
	}

}
