package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens the objects of a request.
 */
final class RequestParts {

	private RequestParts() {
	}

	/**
	 * A string that must not be missing.
	 * @param part what has it
	 * @param name its name
	 * @return the string, not empty
	 */
	static String text(RequestFields part, String name) {
		String text = part.takeText(name).asString("");
		if (text.isEmpty()) {
			throw part.invalid(name, part.pathOf(name) + " is missing");
		}
		return text;
	}

	static RequestFields of(JsonNode part, String path) {
		if (part instanceof ObjectNode object) {
			return new RequestFields(object, path, MessagesRequest.PROVIDER);
		}
		throw new UntranslatableException(path, path + " must be an object");
	}

}
