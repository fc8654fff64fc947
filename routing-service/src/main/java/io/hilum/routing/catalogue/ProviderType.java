package io.hilum.routing.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of providers that a catalogue may name.
 */
public enum ProviderType {

	/**
	 * OpenAI itself.
	 */
	OPENAI("openai"),

	/**
	 * A server that speaks OpenAI's dialect, such as vLLM, Ollama or TGI.
	 */
	OPENAI_COMPATIBLE("openai-compatible"),

	/**
	 * Azure OpenAI.
	 */
	AZURE_OPENAI("azure-openai"),

	/**
	 * Anthropic's Messages API.
	 */
	ANTHROPIC("anthropic"),

	/**
	 * Google Cloud's Vertex AI.
	 */
	VERTEX_AI("vertex-ai"),

	/**
	 * Google's Gemini API, by key.
	 */
	GEMINI("gemini"),

	/**
	 * Amazon Bedrock.
	 */
	BEDROCK("bedrock"),

	/**
	 * The stand-in in this process.
	 */
	SANDBOX("sandbox");

	private final String id;

	ProviderType(String id) {
		this.id = id;
	}

	/**
	 * The name in the catalogue.
	 * @return the name
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The type of a name.
	 * @param id the name
	 * @return the type, if there is one
	 */
	public static Optional<ProviderType> of(String id) {
		return Arrays.stream(values()).filter((type) -> type.id.equals(id)).findFirst();
	}

}
