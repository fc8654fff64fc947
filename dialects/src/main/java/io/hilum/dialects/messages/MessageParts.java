package io.hilum.dialects.messages;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Blocks of a message as parts of a chat message.
 */
final class MessageParts {

	private MessageParts() {
	}

	/**
	 * Content as a string, or parts if it is more than one text.
	 * @param content a string or blocks
	 * @param path where it is
	 * @return the content of a chat message
	 */
	static JsonNode of(JsonNode content, String path) {
		if (!content.isArray()) {
			return content;
		}
		ArrayNode parts = Json.mapper().createArrayNode();
		for (int i = 0; i < content.size(); i++) {
			add(content.path(i), path + "[" + i + "]", parts);
		}
		return simplest(parts);
	}

	static JsonNode simplest(ArrayNode parts) {
		boolean text = parts.size() == 1 && "text".equals(parts.path(0).path("type").asString(""));
		return text ? parts.path(0).path("text") : parts;
	}

	static void add(JsonNode block, String path, ArrayNode parts) {
		switch (block.path("type").asString("")) {
			case "text" -> text(block.path("text"), parts);
			case "image" -> parts.addObject()
				.put("type", "image_url")
				.putObject("image_url")
				.put("url", url(block.path("source"), path));
			case "document" -> document(block, path, parts);
			case "search_result" -> block.path("content").forEach((part) -> text(part.path("text"), parts));
			default -> throw unsupported(block, path);
		}
	}

	private static void text(JsonNode text, ArrayNode parts) {
		parts.addObject().put("type", "text").set("text", text);
	}

	private static String url(JsonNode source, String path) {
		return switch (source.path("type").asString("")) {
			case "base64" -> "data:" + source.path("media_type").asString("image/png") + ";base64,"
					+ source.path("data").asString("");
			case "url" -> source.path("url").asString("");
			default -> throw unsupported(source, path + ".source");
		};
	}

	private static void document(JsonNode block, String path, ArrayNode parts) {
		JsonNode source = block.path("source");
		switch (source.path("type").asString("")) {
			case "text" -> file(block, "data:text/plain;base64," + Base64.getEncoder()
				.encodeToString(source.path("data").asString("").getBytes(StandardCharsets.UTF_8)), parts);
			case "base64" -> file(block, url(source, path), parts);
			case "content" -> {
				if (source.path("content").isString()) {
					text(source.path("content"), parts);
				}
				for (int i = 0; source.path("content").isArray() && i < source.path("content").size(); i++) {
					add(source.path("content").path(i), path + ".source.content[" + i + "]", parts);
				}
			}
			default -> throw unsupported(source, path + ".source");
		}
	}

	private static void file(JsonNode block, String data, ArrayNode parts) {
		ObjectNode file = parts.addObject().put("type", "file").putObject("file");
		file.put("filename", block.path("title").asString("document")).put("file_data", data);
	}

	static UntranslatableException unsupported(JsonNode block, String path) {
		String type = block.path("type").asString("");
		String named = type.matches("[a-z0-9_]{1,40}") ? type : "of this type";
		return new UntranslatableException(path + ".type",
				ChatRequests.PROVIDER + " does not support the block " + named);
	}

}
