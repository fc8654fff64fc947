package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The probabilities of tokens.
 */
final class Logprobs {

	private Logprobs() {
	}

	/**
	 * Read them.
	 * @param result Google's {@code logprobsResult}
	 * @return OpenAI's {@code logprobs}, or {@code null} if there are none
	 */
	static @Nullable ObjectNode in(JsonNode result) {
		JsonNode chosen = result.path("chosenCandidates");
		if (!chosen.isArray() || chosen.isEmpty()) {
			return null;
		}
		ObjectNode logprobs = Json.object();
		ArrayNode content = logprobs.putArray("content");
		for (int i = 0; i < chosen.size(); i++) {
			ArrayNode alternatives = content.add(token(chosen.path(i))).get(i).withArray("top_logprobs");
			for (JsonNode alternative : result.path("topCandidates").path(i).path("candidates")) {
				alternatives.add(token(alternative));
			}
		}
		return logprobs.putNull("refusal");
	}

	private static ObjectNode token(JsonNode candidate) {
		String text = candidate.path("token").asString("");
		ObjectNode token = Json.object().put("token", text);
		token.set("logprob", candidate.path("logProbability").isNumber() ? candidate.path("logProbability")
				: Json.mapper().getNodeFactory().numberNode(0));
		ArrayNode bytes = token.putArray("bytes");
		for (byte sign : text.getBytes(StandardCharsets.UTF_8)) {
			bytes.add(sign & 0xFF);
		}
		return token;
	}

}
