package io.hilum.dialects;

/**
 * Translates from one dialect of a client to one of a provider, and back. One
 * implementation for each pair of dialects. Immutable and thread-safe.
 */
public interface Translator {

	/**
	 * Begin the translation of one call.
	 * @param request what the client asks
	 * @return the request in the provider's dialect, and what turns its answer back
	 * @throws UntranslatableException if the provider's dialect cannot say what is asked.
	 * Nothing is dropped in silence.
	 */
	Translation translate(TranslationRequest request);

}
