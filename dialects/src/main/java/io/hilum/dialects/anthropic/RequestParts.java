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

	static RequestFields of(JsonNode part, String path) {
		if (part instanceof ObjectNode object) {
			return new RequestFields(object, path, MessagesRequest.PROVIDER);
		}
		throw new UntranslatableException(path, path + " must be an object");
	}

}
