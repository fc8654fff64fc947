package io.hilum.routing.catalogue.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The keys of a provider that only its type has.
 */
final class ProviderSettings {

	private static final String BETAS = "betas";

	private ProviderSettings() {
	}

	static Set<String> keysOf(ProviderType type) {
		return switch (type) {
			case OPENAI -> Set.of("organization");
			case ANTHROPIC -> Set.of("version", BETAS);
			case VERTEX_AI -> Set.of("project", "location", "credentials", BETAS);
			case BEDROCK -> Set.of("access-key-id", "secret-access-key", "session-token", BETAS);
			case OPENAI_COMPATIBLE, AZURE_OPENAI, GEMINI, SANDBOX -> Set.of();
		};
	}

	private static Set<String> required(ProviderType type) {
		return switch (type) {
			case VERTEX_AI -> Set.of("project", "location");
			case BEDROCK -> Set.of("region");
			case OPENAI, OPENAI_COMPATIBLE, AZURE_OPENAI, ANTHROPIC, GEMINI, SANDBOX -> Set.of();
		};
	}

	/**
	 * A key of Vertex AI knows its project.
	 */
	private static boolean isExpress(ProviderType type, YamlObject provider) {
		String apiKey = provider.optional("api-key");
		return type == ProviderType.VERTEX_AI && apiKey != null && !apiKey.isBlank();
	}

	/**
	 * Names are looked up one by one, so that a comma inside one would be another.
	 */
	private static String betas(YamlObject provider, Findings findings) {
		List<String> betas = provider.texts(BETAS);
		betas.stream()
			.filter((beta) -> !beta.matches("[a-z0-9][a-z0-9.-]{0,63}"))
			.forEach((beta) -> findings.fault(provider.line(BETAS),
					"'" + beta + "' is not the name of a beta of Anthropic's API"));
		return String.join(",", betas);
	}

	static Map<String, String> read(ProviderType type, YamlObject provider, Findings findings) {
		if (!isExpress(type, provider)) {
			required(type).forEach(provider::text);
		}
		Map<String, String> settings = new HashMap<>();
		for (String key : keysOf(type)) {
			String value = key.equals(BETAS) ? betas(provider, findings) : provider.optional(key);
			if (value != null && !value.isBlank()) {
				settings.put(key, value.strip());
			}
		}
		if (settings.containsKey("access-key-id") != settings.containsKey("secret-access-key")) {
			findings.fault(provider.line(), "'access-key-id' and 'secret-access-key' belong together");
		}
		return settings;
	}

}
