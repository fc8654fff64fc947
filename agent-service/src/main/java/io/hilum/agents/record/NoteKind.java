package io.hilum.agents.record;

import java.util.Locale;

/**
 * What kind of document a draft is, by its code of LOINC.
 */
public enum NoteKind {

	/** How it goes. */
	PROGRESS_NOTE("11506-3", "Progress note"),

	/** How a stay went. */
	DISCHARGE_SUMMARY("18842-5", "Discharge summary"),

	/** What a consultant says. */
	CONSULT_NOTE("11488-4", "Consult note");

	private final String loinc;

	private final String title;

	NoteKind(String loinc, String title) {
		this.loinc = loinc;
		this.title = title;
	}

	/**
	 * Its code.
	 * @return the code of LOINC
	 */
	public String loinc() {
		return this.loinc;
	}

	/**
	 * Its name, for people.
	 * @return the name of LOINC
	 */
	public String title() {
		return this.title;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static NoteKind of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
