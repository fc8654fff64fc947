package io.hilum.phi.detect;

/**
 * What a token is made of.
 */
public enum TokenKind {

	/**
	 * Letters only.
	 */
	WORD,

	/**
	 * ASCII digits only.
	 */
	NUMBER,

	/**
	 * Letters and digits.
	 */
	MIXED,

	/**
	 * One code point that is neither letter, digit nor blank.
	 */
	SYMBOL,

	/**
	 * No token: the place before the first and after the last one.
	 */
	NONE

}
