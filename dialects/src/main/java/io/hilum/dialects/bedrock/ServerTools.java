package io.hilum.dialects.bedrock;

import tools.jackson.databind.JsonNode;

/**
 * Tools that Bedrock calls by itself.
 */
final class ServerTools {

	private ServerTools() {
	}

	/**
	 * Whether a call is done by Bedrock and not by the client.
	 * @param call a {@code toolUse}, whole or its start
	 */
	static boolean isOne(JsonNode call) {
		return call.path("type").asString("").equals("server_tool_use");
	}

}
