package io.hilum.agents.code;

import java.util.Locale;

/**
 * A public code set, and who publishes it.
 */
public enum CodeSystem {

	/**
	 * Diagnoses, public: CDC (NCHS) and CMS, by leave of the WHO for use in the United
	 * States.
	 */
	ICD10CM("ICD-10-CM"),

	/**
	 * Supplies, drugs and services, public, of CMS; level II only: level I is CPT, which
	 * is the AMA's.
	 */
	HCPCS("HCPCS Level II"),

	/**
	 * Drugs by labeler and product, of the FDA, in the public domain.
	 */
	NDC("NDC");

	private final String label;

	CodeSystem(String label) {
		this.label = label;
	}

	/**
	 * How people call it.
	 * @return its name
	 */
	public String label() {
		return this.label;
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
