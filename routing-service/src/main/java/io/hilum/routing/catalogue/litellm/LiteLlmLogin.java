package io.hilum.routing.catalogue.litellm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.routing.catalogue.ProviderType;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry calls and how it logs in. Entries that are equal in this share a
 * provider.
 *
 * @param type the type of the provider
 * @param base its root, if it is not the usual one
 * @param key the secret
 * @param version the version of the API
 * @param region where it computes
 * @param settings what only this type has
 */
record LiteLlmLogin(ProviderType type, @Nullable String base, @Nullable String key, @Nullable String version,
		@Nullable String region, Map<String, String> settings) {

	static LiteLlmLogin read(ProviderType type, LiteLlmName name, LiteLlmParameters parameters) {
		return switch (type) {
			case OPENAI -> openAi(parameters);
			case AZURE_OPENAI -> azure(parameters);
			case ANTHROPIC -> anthropic(parameters);
			case GEMINI -> gemini(parameters);
			case VERTEX_AI -> vertex(parameters);
			case BEDROCK -> bedrock(parameters);
			case OPENAI_COMPATIBLE -> compatible(name, parameters);
			case SANDBOX -> throw new IllegalArgumentException("LiteLLM has no sandbox");
		};
	}

	private static LiteLlmLogin openAi(LiteLlmParameters parameters) {
		Map<String, String> settings = new HashMap<>();
		put(settings, "organization", parameters.findOr(List.of("OPENAI_ORGANIZATION"), "organization"));
		return new LiteLlmLogin(ProviderType.OPENAI, usual(ProviderType.OPENAI),
				parameters.findOr(List.of("OPENAI_API_KEY"), "api_key"), null, parameters.find("region_name"),
				settings);
	}

	private static LiteLlmLogin azure(LiteLlmParameters parameters) {
		String version = parameters.findOr(List.of("AZURE_API_VERSION"), "api_version");
		return new LiteLlmLogin(ProviderType.AZURE_OPENAI,
				parameters.findOr(List.of("AZURE_API_BASE", "AZURE_OPENAI_ENDPOINT"), "api_base", "base_url"),
				parameters.findOr(List.of("AZURE_API_KEY", "AZURE_OPENAI_API_KEY"), "api_key"),
				(version != null) ? version : ProviderType.AZURE_OPENAI.usualVersion(), parameters.find("region_name"),
				Map.of());
	}

	private static LiteLlmLogin anthropic(LiteLlmParameters parameters) {
		String base = parameters.findOr(List.of("ANTHROPIC_API_BASE", "ANTHROPIC_BASE_URL"), "api_base", "base_url");
		return new LiteLlmLogin(ProviderType.ANTHROPIC, (base != null) ? base : usual(ProviderType.ANTHROPIC),
				parameters.findOr(List.of("ANTHROPIC_API_KEY"), "api_key"), null, null, Map.of());
	}

	private static LiteLlmLogin gemini(LiteLlmParameters parameters) {
		String base = parameters.find("api_base", "base_url");
		return new LiteLlmLogin(ProviderType.GEMINI, (base != null) ? base : usual(ProviderType.GEMINI),
				parameters.findOr(List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"), "api_key"), null, null, Map.of());
	}

	private static LiteLlmLogin vertex(LiteLlmParameters parameters) {
		Map<String, String> settings = new HashMap<>();
		put(settings, "project",
				parameters.findOr(List.of("VERTEXAI_PROJECT", "VERTEX_PROJECT", "GOOGLE_CLOUD_PROJECT"),
						"vertex_project", "vertex_ai_project"));
		String location = parameters.findOr(List.of("VERTEXAI_LOCATION", "VERTEX_LOCATION", "GOOGLE_CLOUD_LOCATION"),
				"vertex_location", "vertex_ai_location");
		put(settings, "location", (location != null) ? location : "us-central1");
		put(settings, "credentials", parameters.findOr(List.of("VERTEXAI_CREDENTIALS", "VERTEX_CREDENTIALS"),
				"vertex_credentials", "vertex_ai_credentials"));
		return new LiteLlmLogin(ProviderType.VERTEX_AI, parameters.find("api_base", "base_url"),
				parameters.find("api_key"), null, settings.get("location"), settings);
	}

	private static LiteLlmLogin bedrock(LiteLlmParameters parameters) {
		Map<String, String> settings = new HashMap<>();
		put(settings, "access-key-id", parameters.find("aws_access_key_id"));
		put(settings, "secret-access-key", parameters.find("aws_secret_access_key"));
		put(settings, "session-token", parameters.find("aws_session_token"));
		return new LiteLlmLogin(ProviderType.BEDROCK,
				parameters.findOr(List.of("AWS_BEDROCK_RUNTIME_ENDPOINT"), "aws_bedrock_runtime_endpoint", "api_base"),
				parameters.findOr(List.of("AWS_BEARER_TOKEN_BEDROCK"), "api_key"), null,
				parameters.findOr(List.of("AWS_REGION_NAME", "AWS_REGION", "AWS_DEFAULT_REGION"), "aws_region_name",
						"region_name"),
				settings);
	}

	private static LiteLlmLogin compatible(LiteLlmName name, LiteLlmParameters parameters) {
		CompatibleServers.Server server = CompatibleServers.of(name.prefix())
			.orElseGet(() -> new CompatibleServers.Server(null, List.of("OPENAI"), false, false));
		String written = parameters.findOr(server.baseVariables(), "api_base", "base_url");
		String base = (written != null) ? written : server.base();
		return new LiteLlmLogin(ProviderType.OPENAI_COMPATIBLE, (base != null) ? server.root(base) : null,
				parameters.findOr(server.keyVariables(), "api_key"), null, parameters.find("region_name"), Map.of());
	}

	private static String usual(ProviderType type) {
		return String.valueOf(type.usualEndpoint());
	}

	private static void put(Map<String, String> settings, String key, @Nullable String value) {
		if (value != null) {
			settings.put(key, value);
		}
	}

	/**
	 * What cannot be done without.
	 * @param name the name of the model
	 * @return the parameter that is not set, or {@code null}
	 */
	@Nullable String missing(LiteLlmName name) {
		return switch (this.type) {
			case OPENAI, ANTHROPIC, GEMINI -> (this.key == null) ? "api_key" : null;
			case AZURE_OPENAI -> (this.base == null) ? "api_base" : (this.key == null) ? "api_key" : null;
			case VERTEX_AI -> this.settings.containsKey("project") ? null : "vertex_project";
			case BEDROCK -> (this.region == null) ? "aws_region_name" : missingHalf();
			case OPENAI_COMPATIBLE -> (this.base == null) ? "api_base" : missingKey(name);
			case SANDBOX -> null;
		};
	}

	private @Nullable String missingHalf() {
		boolean id = this.settings.containsKey("access-key-id");
		boolean secret = this.settings.containsKey("secret-access-key");
		if (id == secret) {
			return null;
		}
		return id ? "aws_secret_access_key" : "aws_access_key_id";
	}

	private @Nullable String missingKey(LiteLlmName name) {
		boolean needed = CompatibleServers.of(name.prefix()).map(CompatibleServers.Server::needsKey).orElse(false);
		return (needed && this.key == null) ? "api_key" : null;
	}

	@Override
	public String toString() {
		return "LiteLlmLogin[type=" + this.type + ", base=" + this.base + "]";
	}

}
