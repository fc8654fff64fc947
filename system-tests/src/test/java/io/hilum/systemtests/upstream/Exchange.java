package io.hilum.systemtests.upstream;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request that reached the upstream: its headers (names in lower case), its body as
 * it came, and the counts of tokens the upstream claims for it.
 */
public record Exchange(String path, Map<String, String> headers, String body, int inputTokens, int outputTokens) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * The id that the call has in the books of the suite, as it told the provider.
	 */
	public String eventId() {
		return this.headers.getOrDefault("x-client-request-id", "");
	}

	/**
	 * The content of the last message of the user, or what tools found if that came after
	 * it.
	 */
	public String question() {
		return question(JSON.readTree(this.body));
	}

	/**
	 * Every text in the body, unescaped, each on lines of its own.
	 */
	public String texts() {
		StringBuilder texts = new StringBuilder();
		collect(JSON.readTree(this.body), texts);
		return texts.toString();
	}

	private static void collect(JsonNode node, StringBuilder texts) {
		if (node.isString()) {
			texts.append(node.stringValue()).append('\n');
		}
		node.forEach((child) -> collect(child, texts));
	}

	static String question(JsonNode request) {
		String question = "";
		boolean told = false;
		for (JsonNode message : request.path("messages")) {
			String text = text(message.path("content"));
			switch (message.path("role").asString("")) {
				case "user" -> {
					question = text;
					told = false;
				}
				case "tool" -> {
					question = told ? question + " " + text : text;
					told = true;
				}
				default -> {
				}
			}
		}
		return question;
	}

	private static String text(JsonNode content) {
		if (!content.isArray()) {
			return content.asString("");
		}
		StringBuilder text = new StringBuilder();
		content.forEach((part) -> text.append(part.path("text").asString("")));
		return text.toString();
	}

}
