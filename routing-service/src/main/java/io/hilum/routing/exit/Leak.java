package io.hilum.routing.exit;

/**
 * What must not leave in a text that is said to be free of identifiers. Each has a form
 * or a checksum so strict that chance hardly makes one.
 */
public enum Leak {

	/**
	 * A social security or taxpayer number: {@code 3-2-4} digits with dashes, none of the
	 * areas, groups and serials that are never given.
	 */
	SSN,

	/**
	 * A payment card: a known issuer, its length, the Luhn checksum, and either written
	 * in its groups or announced by a word.
	 */
	CARD,

	/**
	 * A National Provider Identifier: ten digits with the checksum of 45 CFR 162.406,
	 * announced by a word.
	 */
	NPI,

	/**
	 * A registration with the DEA: two letters and seven digits with their checksum,
	 * announced by a word.
	 */
	DEA,

	/**
	 * A Medicare Beneficiary Identifier: eleven characters, each of its own kind.
	 */
	MBI,

	/**
	 * A Vehicle Identification Number: seventeen characters with the check digit of 49
	 * CFR 565.
	 */
	VIN,

	/**
	 * A word that the hospital has planted and that no text has by itself.
	 */
	CANARY

}
