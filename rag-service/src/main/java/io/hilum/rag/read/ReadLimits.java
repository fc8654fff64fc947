package io.hilum.rag.read;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a document may hold.
 *
 * @param maxCharacters how much text (UTF-16 units)
 * @param maxPages how many pages
 * @param maxUnpackedBytes how much a packed format may unpack to
 * @param maxEntries how many files a packed format may have in it
 */
public record ReadLimits(@DefaultValue("2000000") int maxCharacters, @DefaultValue("2000") int maxPages,
		@DefaultValue("100000000") long maxUnpackedBytes, @DefaultValue("2000") int maxEntries) {

	/**
	 * The limits as arguments of a command.
	 * @return the numbers in the order of the components
	 */
	public String[] toArguments() {
		return new String[] { String.valueOf(this.maxCharacters), String.valueOf(this.maxPages),
				String.valueOf(this.maxUnpackedBytes), String.valueOf(this.maxEntries) };
	}

	/**
	 * Read what {@link #toArguments()} wrote.
	 * @param arguments the arguments of a command
	 * @param from the index of the first
	 * @return the limits
	 */
	public static ReadLimits fromArguments(String[] arguments, int from) {
		return new ReadLimits(Integer.parseInt(arguments[from]), Integer.parseInt(arguments[from + 1]),
				Long.parseLong(arguments[from + 2]), Integer.parseInt(arguments[from + 3]));
	}

}
