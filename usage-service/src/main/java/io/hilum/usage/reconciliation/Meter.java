package io.hilum.usage.reconciliation;

import java.util.Locale;

/**
 * What providers count. Kinds of input are disjoint.
 */
public enum Meter {

	/** Tokens read afresh. */
	INPUT,

	/** Tokens read from the provider's cache. */
	CACHED_INPUT,

	/** Tokens written to the provider's cache. */
	CACHE_WRITE,

	/** Tokens written, thoughts included. */
	OUTPUT,

	/** Nano-dollars. */
	COST;

	/**
	 * The name in reports.
	 * @return such as {@code cached_input}
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The meter that a provider's name of it speaks of.
	 * @param name such as {@code USE1-NovaLite-input-tokens}
	 * @return the meter; what is neither input nor output nor cache is a cost alone
	 */
	public static Meter of(String name) {
		String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
		if (words.contains("cach")) {
			return words.contains("write") || words.contains("creation") || words.contains("storage") ? CACHE_WRITE
					: CACHED_INPUT;
		}
		if (words.contains("output") || words.contains(" outp ") || words.contains(" out ")
				|| words.contains("response")) {
			return OUTPUT;
		}
		return (words.contains("input") || words.contains(" inp ") || words.contains("prompt")) ? INPUT : COST;
	}

}
