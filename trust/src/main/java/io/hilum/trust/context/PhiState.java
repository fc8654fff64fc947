package io.hilum.trust.context;

/**
 * The state of the text that travels with a request.
 */
public enum PhiState {

	/**
	 * There is no text, or none that a provider would read.
	 */
	NONE,

	/**
	 * Every identifier that was found is replaced.
	 */
	DEIDENTIFIED,

	/**
	 * The text is as the client sent it and may name patients.
	 */
	RAW

}
