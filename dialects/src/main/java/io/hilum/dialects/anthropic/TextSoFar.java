package io.hilum.dialects.anthropic;

/**
 * How much text and how many annotations a streamed message has so far. Mutable, for one
 * stream.
 */
final class TextSoFar {

	private int length;

	private int annotations;

	int length() {
		return this.length;
	}

	void grow(String text) {
		this.length += text.length();
	}

	int nextAnnotation() {
		return this.annotations++;
	}

}
