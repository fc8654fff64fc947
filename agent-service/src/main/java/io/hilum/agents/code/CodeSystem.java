package io.hilum.agents.code;

import java.util.Locale;

/**
 * A public code set, and who publishes it.
 */
public enum CodeSystem {

	/**
	 * Diagnoses: CDC (NCHS) and CMS, by leave of the WHO for use in the United States.
	 */
	ICD10CM("ICD-10-CM", "CDC/NCHS and CMS, public"),

	/**
	 * Supplies, drugs and services, level II only: level I is CPT, which is the AMA's.
	 */
	HCPCS("HCPCS Level II", "CMS, public"),

	/**
	 * Drugs by labeler and product.
	 */
	NDC("NDC", "FDA, public domain");

	private final String label;

	private final String licence;

	CodeSystem(String label, String licence) {
		this.label = label;
		this.licence = licence;
	}

	/**
	 * How people call it.
	 * @return its name
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Who publishes it and how it may be used.
	 * @return a few words
	 */
	public String licence() {
		return this.licence;
	}

	/**
	 * A code without what only people need.
	 * @param code the code as somebody wrote it
	 * @return the code without dots, hyphens and spaces, in capitals
	 */
	static String plain(String code) {
		return code.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
	}

}
