package io.hilum.rag.collection;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a collection: a slug of 1 to 63 characters that is safe in a path.
 *
 * @param value lower-case letters, digits and hyphens, a letter or digit first
 */
public record CollectionName(String value) {

	/**
	 * How the name of a collection begins that is one person's alone.
	 */
	public static final String PERSONAL = "personal-";

	private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	public CollectionName {
		if (!SLUG.matcher(value).matches()) {
			throw new IllegalArgumentException("the name of a collection has 1 to 63 lower-case letters, digits or "
					+ "hyphens and begins with a letter or digit");
		}
	}

	/**
	 * Read a name that a client sent.
	 * @param value the text
	 * @return the name, or empty if no collection can have it
	 */
	public static Optional<CollectionName> parse(String value) {
		return SLUG.matcher(value).matches() ? Optional.of(new CollectionName(value)) : Optional.empty();
	}

	/**
	 * Whether the collection is its maker's alone.
	 * @return {@code true} if nobody else may know of it
	 */
	public boolean isPersonal() {
		return this.value.startsWith(PERSONAL);
	}

	/**
	 * The conversation that a personal collection is of.
	 * @return its id, or empty if the name has none
	 */
	Optional<UUID> conversation() {
		String rest = isPersonal() ? this.value.substring(PERSONAL.length()) : "";
		return UUID_TEXT.matcher(rest).matches() ? Optional.of(UUID.fromString(rest)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
