package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a message: a string, or parts. Created per request and not thread-safe.
 */
final class ConverseParts {

	private final ConverseMedia media = new ConverseMedia();

	/**
	 * Content of any kind.
	 * @param message where it is
	 * @param name its field
	 * @return Converse's blocks, maybe none
	 */
	ArrayNode blocks(RequestFields message, String name) {
		return read(message, name, true);
	}

	/**
	 * Content that may only be text.
	 * @param message where it is
	 * @param name its field
	 * @return Converse's blocks, maybe none
	 */
	ArrayNode texts(RequestFields message, String name) {
		return read(message, name, false);
	}

	private ArrayNode read(RequestFields message, String name, boolean anyKind) {
		ArrayNode blocks = Json.mapper().createArrayNode();
		JsonNode content = message.take(name);
		if (content.isString()) {
			addText(content.asString(), blocks);
			return blocks;
		}
		if (!content.isArray() && !content.isMissingNode()) {
			throw message.invalid(name, message.pathOf(name) + " must be a string or a list of parts");
		}
		for (int i = 0; i < content.size(); i++) {
			String path = message.pathOf(name + "[" + i + "]");
			readPart(ConverseRequest.requireObject(message, name + "[" + i + "]", content.path(i)), path, anyKind,
					blocks);
		}
		return blocks;
	}

	private void readPart(ObjectNode object, String path, boolean anyKind, ArrayNode blocks) {
		RequestFields part = new RequestFields(object, path, ConverseRequest.PROVIDER);
		String type = part.take("type").asString("");
		switch (type) {
			case "text" -> addText(ConverseRequest.requireText(part, "text"), blocks);
			case "refusal" -> addText(ConverseRequest.requireText(part, "refusal"), blocks);
			case "image_url", "video_url", "file", "input_audio" -> {
				if (!anyKind) {
					throw part.unsupported("type");
				}
				blocks.add(readMedia(part, type));
			}
			default -> throw part.unsupported("type");
		}
		ObjectNode cachePoint = CachePoint.of(part);
		if (cachePoint != null && !blocks.isEmpty()) {
			blocks.add(cachePoint);
		}
		part.requireAllRead();
	}

	private ObjectNode readMedia(RequestFields part, String type) {
		JsonNode value = part.take(type);
		ObjectNode object = value.isString() ? Json.object().put("url", value.asString())
				: ConverseRequest.requireObject(part, type, value);
		RequestFields inner = new RequestFields(object, part.pathOf(type), ConverseRequest.PROVIDER);
		inner.ignore("detail");
		ObjectNode block = switch (type) {
			case "image_url" -> this.media.ofUrl(inner, "url", "image");
			case "video_url" -> this.media.ofUrl(inner, "url", "video");
			case "input_audio" -> this.media.ofAudio(inner);
			default -> this.media.ofFile(inner);
		};
		inner.requireAllRead();
		return block;
	}

	private static void addText(String text, ArrayNode blocks) {
		if (!text.isBlank()) {
			blocks.addObject().put("text", text);
		}
	}

}
