package io.hilum.dialects.google;

/**
 * The two services of Google that speak its dialect. What they differ in is named here.
 */
enum GeminiService {

	/** The Gemini API, version {@code v1beta}. */
	GEMINI_API("Gemini", true, true),

	/** Vertex AI, version {@code v1}. */
	VERTEX_AI("Vertex AI", false, false);

	private final String label;

	private final boolean callIds;

	private final boolean serviceTiers;

	GeminiService(String label, boolean callIds, boolean serviceTiers) {
		this.label = label;
		this.callIds = callIds;
		this.serviceTiers = serviceTiers;
	}

	/**
	 * The name for people.
	 * @return the name
	 */
	String label() {
		return this.label;
	}

	/**
	 * Whether calls of functions and their results carry ids. Without, the order tells
	 * which result belongs to which call.
	 * @return {@code true} if they do
	 */
	boolean callIds() {
		return this.callIds;
	}

	/**
	 * Whether a request says in which tier it is to be served.
	 * @return {@code true} if it does
	 */
	boolean serviceTiers() {
		return this.serviceTiers;
	}

}
