package io.hilum.phi.detect.tagger;

/**
 * What a token is: outside of everything, or the beginning or the inside of a name, a
 * place or an organisation. Organisations are told apart so that they are not taken for
 * places: payers and makers are no identifiers, employers are.
 */
public enum Tag {

	/**
	 * Neither name nor place nor organisation.
	 */
	OUTSIDE,

	/**
	 * First token of a name.
	 */
	NAME_BEGIN,

	/**
	 * Further token of a name.
	 */
	NAME_INSIDE,

	/**
	 * First token of a place.
	 */
	PLACE_BEGIN,

	/**
	 * Further token of a place.
	 */
	PLACE_INSIDE,

	/**
	 * First token of an organisation.
	 */
	ORGANISATION_BEGIN,

	/**
	 * Further token of an organisation.
	 */
	ORGANISATION_INSIDE;

	/**
	 * The number of tags.
	 */
	public static final int COUNT = 7;

	/**
	 * The tags of the first and of further tokens are neighbours: what goes on is odd.
	 * @return {@code true} for the beginning of something
	 */
	public boolean begins() {
		return ordinal() % 2 == 1;
	}

	/**
	 * Whether a tag may follow this one.
	 * @param next the tag of the next token
	 * @return {@code false} if something would go on that did not begin
	 */
	public boolean allows(Tag next) {
		boolean goesOn = next != OUTSIDE && !next.begins();
		return !goesOn || next == this || next.ordinal() == ordinal() + 1 && begins();
	}

}
