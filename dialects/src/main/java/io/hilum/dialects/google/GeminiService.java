package io.hilum.dialects.google;

/**
 * The two services of Google that speak its dialect. What they differ in is named here.
 */
enum GeminiService {

	/** The Gemini API, version {@code v1beta}. */
	GEMINI_API("Gemini", true),

	/** Vertex AI, version {@code v1}. */
	VERTEX_AI("Vertex AI", false);

	private final String label;

	private final boolean callIds;

	GeminiService(String label, boolean callIds) {
		this.label = label;
		this.callIds = callIds;
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

}
