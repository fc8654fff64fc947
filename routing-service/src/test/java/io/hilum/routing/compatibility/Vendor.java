package io.hilum.routing.compatibility;

import java.net.URI;
import java.util.Map;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;

/**
 * The providers of the table, each with a definition that points to this machine.
 */
enum Vendor {

	OPENAI("OpenAI", ProviderType.OPENAI, "/v1", "m"),

	AZURE("Azure OpenAI", ProviderType.AZURE_OPENAI, "", "m"),

	COMPATIBLE("OpenAI-compatible", ProviderType.OPENAI_COMPATIBLE, "/v1", "m"),

	ANTHROPIC("Anthropic", ProviderType.ANTHROPIC, "", "claude-sonnet-4-5"),

	GEMINI("Gemini API", ProviderType.GEMINI, "", "gemini-2.5-flash"),

	VERTEX("Vertex AI", ProviderType.VERTEX_AI, "", "gemini-2.5-flash"),

	VERTEX_CLAUDE("Claude at Vertex AI", ProviderType.VERTEX_AI, "", "claude-sonnet-4-5@20250929"),

	BEDROCK("Bedrock", ProviderType.BEDROCK, "", "amazon.nova-2-lite-v1:0"),

	BEDROCK_CLAUDE("Claude at Bedrock", ProviderType.BEDROCK, "", "anthropic.claude-sonnet-4-5-20250929-v1:0"),

	SANDBOX("sandbox", ProviderType.SANDBOX, "", "sandbox");

	private final String title;

	private final ProviderType type;

	private final String path;

	private final String model;

	Vendor(String title, ProviderType type, String path, String model) {
		this.title = title;
		this.type = type;
		this.path = path;
		this.model = model;
	}

	String title() {
		return this.title;
	}

	ProviderType type() {
		return this.type;
	}

	String model(boolean embedding) {
		if (!embedding) {
			return this.model;
		}
		return (this.type == ProviderType.BEDROCK) ? "amazon.titan-embed-text-v2:0"
				: (this == GEMINI || this.type == ProviderType.VERTEX_AI) ? "gemini-embedding-001" : this.model;
	}

	ProviderDefinition definition(int port) {
		return new ProviderDefinition("p-" + name(), this.type, URI.create("http://127.0.0.1:" + port + this.path),
				"key", (this == AZURE) ? "v1" : null, "eu-central-1", Map.of("project", "p", "location", "l"));
	}

}
