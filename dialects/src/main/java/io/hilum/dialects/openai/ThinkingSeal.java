package io.hilum.dialects.openai;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Blocks of reasoning with their signatures as the opaque {@code encrypted_content} of a
 * reasoning item, which clients send back unread. Not encrypted by us: what may not be
 * read is encrypted by the provider.
 */
final class ThinkingSeal {

	private static final String MARK = "hilum-thinking-1:";

	private ThinkingSeal() {
	}

	static String close(ArrayNode blocks) {
		return MARK + Base64.getEncoder().encodeToString(Json.write(blocks));
	}

	/**
	 * Read what {@link #close} wrote.
	 * @param sealed anything
	 * @return the blocks, or nothing if they are somebody else's
	 */
	static JsonNode open(JsonNode sealed) {
		String text = sealed.asString("");
		if (!text.startsWith(MARK)) {
			return Json.mapper().createArrayNode();
		}
		try {
			byte[] bytes = Base64.getDecoder()
				.decode(text.substring(MARK.length()).getBytes(StandardCharsets.US_ASCII));
			return Json.readLeniently(bytes);
		}
		catch (IllegalArgumentException ex) {
			return Json.mapper().createArrayNode();
		}
	}

}
