package io.hilum.routing.body;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * Text as a JSON string.
 */
final class JsonText {

	private JsonText() {
	}

	static String quote(String text) {
		return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
	}

}
