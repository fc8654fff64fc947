package io.hilum.usage.ledger;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps entries short: the ledger holds names and numbers, and no field of it is long
 * enough for a text.
 */
final class Bounds {

	private static final int MAX_LENGTH = 512;

	private static final int MAX_ITEMS = 256;

	private Bounds() {
	}

	static void required(@Nullable String... values) {
		for (String value : values) {
			if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
				throw new IllegalArgumentException("expected a text of 1 to " + MAX_LENGTH + " characters");
			}
		}
	}

	static void optional(@Nullable String... values) {
		for (String value : values) {
			if (value != null && value.length() > MAX_LENGTH) {
				throw new IllegalArgumentException("expected a text of at most " + MAX_LENGTH + " characters");
			}
		}
	}

	static void notNegative(long... values) {
		for (long value : values) {
			if (value < 0) {
				throw new IllegalArgumentException("expected no negative number, got " + value);
			}
		}
	}

	static <T> List<T> list(Collection<T> values) {
		if (values.size() > MAX_ITEMS) {
			throw new IllegalArgumentException("expected at most " + MAX_ITEMS + " items, got " + values.size());
		}
		return List.copyOf(values);
	}

}
