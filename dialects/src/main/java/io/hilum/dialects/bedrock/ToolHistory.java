package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How earlier calls of tools and their results stand in a request. Converse takes them as
 * such only together with {@code toolConfig}, and what stands there can be called. Where
 * nothing may be called, they are told in words.
 */
enum ToolHistory {

	/** As {@code toolUse} and {@code toolResult}. */
	AS_BLOCKS {

		@Override
		ObjectNode call(String id, String name, JsonNode arguments) {
			ObjectNode block = Json.object();
			block.putObject("toolUse")
				.put("toolUseId", ToolIds.forBedrock(id))
				.put("name", name)
				.set("input", arguments);
			return block;
		}

		@Override
		ArrayNode result(String id, ArrayNode content, boolean failed) {
			ArrayNode blocks = Json.mapper().createArrayNode();
			ArrayNode marks = Json.mapper().createArrayNode();
			ObjectNode result = blocks.addObject().putObject("toolResult").put("toolUseId", ToolIds.forBedrock(id));
			ArrayNode inner = result.putArray("content");
			content.forEach((block) -> (block.has("cachePoint") ? marks : inner).add(block));
			if (failed) {
				result.put("status", "error");
			}
			return blocks.addAll(marks);
		}

	},

	/** As text. */
	AS_TEXT {

		@Override
		ObjectNode call(String id, String name, JsonNode arguments) {
			return Json.object().put("text", "[Called " + name + " with " + arguments + "; call " + id + "]");
		}

		@Override
		ArrayNode result(String id, ArrayNode content, boolean failed) {
			ArrayNode blocks = Json.mapper().createArrayNode();
			blocks.addObject().put("text", "[" + (failed ? "Error" : "Result") + " of call " + id + "]");
			return blocks.addAll(content);
		}

	};

	/**
	 * A call.
	 * @param id what it is known by
	 * @param name the tool
	 * @param arguments an object
	 * @return the block of the assistant's turn
	 */
	abstract ObjectNode call(String id, String name, JsonNode arguments);

	/**
	 * A result.
	 * @param id the call
	 * @param content blocks, maybe none
	 * @param failed whether the tool failed
	 * @return the blocks of the user's turn
	 */
	abstract ArrayNode result(String id, ArrayNode content, boolean failed);

}
