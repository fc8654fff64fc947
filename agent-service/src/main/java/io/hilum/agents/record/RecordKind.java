package io.hilum.agents.record;

/**
 * What may be read of a record.
 */
public enum RecordKind {

	/** Who it is. */
	PATIENT("read_patient", "Read name, gender and date of birth of the patient from the hospital's record"),

	/** Stays and visits. */
	ENCOUNTER("read_encounters", "Read stays and visits of the patient from the hospital's record, the latest first"),

	/** Diagnoses and problems. */
	CONDITION("read_conditions",
			"Read diagnoses and problems of the patient from the hospital's record, the latest first"),

	/** Findings and values. */
	OBSERVATION("read_observations",
			"Read findings, vital signs and laboratory values of the patient from the hospital's record, the latest first"),

	/** Medicines that are ordered. */
	MEDICATION_REQUEST("read_medication_requests",
			"Read orders of medicines for the patient from the hospital's record, the latest first"),

	/** Claims. */
	CLAIM("read_claims", "Read claims for the patient from the hospital's record, the latest first");

	private final String tool;

	private final String description;

	RecordKind(String tool, String description) {
		this.tool = tool;
		this.description = description;
	}

	/**
	 * The name of the tool that reads it.
	 * @return the name
	 */
	public String tool() {
		return this.tool;
	}

	/**
	 * What a model is told of it.
	 * @return the text
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Whether there can be more than one of a patient.
	 * @return {@code true} for all but the patient
	 */
	public boolean isMany() {
		return this != PATIENT;
	}

}
