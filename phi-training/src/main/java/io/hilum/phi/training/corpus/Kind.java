package io.hilum.phi.training.corpus;

/**
 * What a marked stretch of a generated text is.
 */
public enum Kind {

	/**
	 * Name of a person.
	 */
	NAME,

	/**
	 * Place below a state, or a place of care.
	 */
	PLACE,

	/**
	 * Payer, maker, agency, firm: no identifier.
	 */
	ORGANISATION

}
