package io.hilum.dialects.google;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model said before, besides its calls of functions: text, refusal, images, and
 * the signature of its thoughts as this dialect handed it out. Thoughts themselves stay
 * out, as in OpenAI's dialect.
 */
final class AssistantParts {

	private AssistantParts() {
	}

	static List<ObjectNode> of(RequestFields message, ContentParts contentParts, GeminiService service) {
		message.ignore("annotations", "reasoning_content", "reasoning", "reasoning_details", "thinking_blocks");
		message.refuseUnless("function_call");
		List<ObjectNode> parts = contentParts.of(message);
		JsonNode refusal = message.takeText("refusal");
		if (refusal.isString()) {
			parts.add(ContentParts.text(refusal.asString()));
		}
		List<ObjectNode> images = images(message, service);
		JsonNode signature = Signatures.in(message.takeObject("extra_content"));
		if (signature.isString()) {
			sign(parts.isEmpty() ? images : parts, signature.asString());
		}
		parts.addAll(images);
		return parts;
	}

	private static List<ObjectNode> images(RequestFields message, GeminiService service) {
		List<ObjectNode> parts = new ArrayList<>();
		JsonNode images = message.takeList("images");
		for (int i = 0; i < images.size(); i++) {
			String path = message.pathOf("images") + "[" + i + "].image_url";
			ObjectNode url = (images.get(i).path("image_url") instanceof ObjectNode object) ? object : Json.object();
			parts.add(new Media(service).at(new RequestFields(url, path, service.label()), "url", null));
		}
		return parts;
	}

	private static void sign(List<ObjectNode> parts, String signature) {
		if (parts.isEmpty()) {
			parts.add(ContentParts.text(""));
		}
		parts.getLast().put(Signatures.NATIVE, signature);
	}

}
