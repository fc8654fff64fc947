package io.hilum.gateway.harness;

import java.util.Map;

/**
 * The same question about a patient in every API that asks a model.
 */
public final class Questions {

	/**
	 * The question.
	 */
	public static final String TEXT = "Irma Peter, MRN 964741?";

	private static final String MESSAGES = "\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"" + TEXT
			+ "\"}]";

	private static final String INPUT = "\"input\":\"" + TEXT + "\"";

	/**
	 * The members of a body beside the model, by the path.
	 */
	public static final Map<String, String> MEMBERS = Map.of("/v1/chat/completions", MESSAGES, "/v1/messages", MESSAGES,
			"/v1/messages/count_tokens", MESSAGES, "/v1/embeddings", INPUT, "/v1/completions",
			"\"prompt\":\"" + TEXT + "\"", "/v1/responses", INPUT);

	private Questions() {
	}

}
