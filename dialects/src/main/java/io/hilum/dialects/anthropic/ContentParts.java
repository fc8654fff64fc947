package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a message: a string, or parts of text, images and files. Blank text is
 * left out, as Anthropic refuses it.
 */
final class ContentParts {

	private ContentParts() {
	}

	/**
	 * The content of a message that may have images and files.
	 * @param message the message
	 * @return Anthropic's blocks, maybe none
	 */
	static ArrayNode blocks(RequestFields message) {
		return read(message, true);
	}

	/**
	 * The content of a message that has text only.
	 * @param message the message
	 * @return Anthropic's blocks, maybe none
	 */
	static ArrayNode texts(RequestFields message) {
		return read(message, false);
	}

	private static ArrayNode read(RequestFields message, boolean media) {
		ArrayNode blocks = Json.mapper().createArrayNode();
		JsonNode content = message.take("content");
		if (content.isString()) {
			addText(content.stringValue(), blocks);
		}
		else if (content.isArray()) {
			for (int i = 0; i < content.size(); i++) {
				addPart(RequestParts.of(content.path(i), message.pathOf("content[" + i + "]")), media, blocks);
			}
		}
		else if (!content.isMissingNode()) {
			throw message.invalid("content", message.pathOf("content") + " must be a string or a list of parts");
		}
		return blocks;
	}

	private static void addPart(RequestFields part, boolean media, ArrayNode blocks) {
		String type = part.takeText("type").asString("");
		int before = blocks.size();
		switch (type) {
			case "text", "refusal" -> addText(part.takeText(type).asString(""), blocks);
			case "image_url" -> blocks.add(Media.image(requireAllowed(part, media)));
			case "file" -> blocks.add(Media.file(requireAllowed(part, media)));
			default -> throw part.unsupported("type");
		}
		if (blocks.size() > before && blocks.path(before) instanceof ObjectNode block) {
			CacheControl.copy(part, block);
		}
		else {
			part.ignore("cache_control");
		}
		part.requireAllRead();
	}

	private static RequestFields requireAllowed(RequestFields part, boolean media) {
		if (!media) {
			throw part.unsupported("type");
		}
		return part;
	}

	static void addText(String text, ArrayNode blocks) {
		if (!text.isBlank()) {
			blocks.addObject().put("type", "text").put("text", text);
		}
	}

}
