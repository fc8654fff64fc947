package io.hilum.phi.detect.pattern;

/**
 * Lines of a text, for formats that are read by lines.
 */
final class TextLines {

	private TextLines() {
	}

	/** The end of the line that goes on at a place. */
	static int end(String text, int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
			at++;
		}
		return at;
	}

}
