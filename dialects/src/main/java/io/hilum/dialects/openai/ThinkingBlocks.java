package io.hilum.dialects.openai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts blocks of reasoning together that arrive in pieces, told apart by their index.
 */
final class ThinkingBlocks {

	private ThinkingBlocks() {
	}

	static void add(ArrayNode blocks, JsonNode piece) {
		int index = piece.path("index").isInt() ? piece.path("index").asInt() : blocks.size();
		while (blocks.size() <= Math.min(index, blocks.size())) {
			blocks.addObject();
		}
		ObjectNode block = (ObjectNode) blocks.path(Math.min(index, blocks.size() - 1));
		piece.propertyStream().forEach((member) -> {
			String name = member.getKey();
			JsonNode value = member.getValue();
			boolean grows = value.isString() && !"type".equals(name) && block.path(name).isString();
			if (grows) {
				block.put(name, block.path(name).asString() + value.asString());
			}
			else if (!"index".equals(name) && !value.isNull()) {
				block.set(name, value);
			}
		});
	}

}
