package io.hilum.routing.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
	 * Where everybody finds it.
	 * @return the root of its API, or {@code null} if there is none, or it follows from
	 * the region
	 */
	public @Nullable URI usualEndpoint() {
		return switch (this) {
			case OPENAI -> URI.create("https://api.openai.com/v1");
			case ANTHROPIC -> URI.create("https://api.anthropic.com");
			case GEMINI -> URI.create("https://generativelanguage.googleapis.com");
			case OPENAI_COMPATIBLE, AZURE_OPENAI, VERTEX_AI, BEDROCK, SANDBOX -> null;
		};
	}

	/**
	 * The version of its API that is asked for if a catalogue names none.
	 * @return the version, or {@code null} if its requests carry none
	 */
	public @Nullable String usualVersion() {
		return (this == AZURE_OPENAI) ? "2024-10-21" : null;
	}

	/**
	 * Where it expects the most output tokens of a chat completion.
	 * @return the name of the field
	 */
	public String limitField() {
		return (this == OPENAI || this == AZURE_OPENAI) ? "max_completion_tokens" : "max_tokens";
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
