package io.hilum.routing.catalogue.litellm;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderType;
import org.jspecify.annotations.Nullable;

/**
 * The name of a model as LiteLLM writes it.
 *
 * @param prefix the platform, such as {@code azure}
 * @param model what the platform calls the model
 */
record LiteLlmName(String prefix, String model) {

	/**
	 * What Bedrock's adapter is told between prefix and model; Converse serves them all.
	 */
	private static final List<String> BEDROCK_ROUTES = List.of("converse/", "converse_like/", "invoke/");

	private static final Set<String> BEDROCK_VENDORS = Set.of("anthropic", "amazon", "meta", "mistral", "cohere",
			"ai21", "us", "eu", "apac", "global");

	static LiteLlmName of(String text, @Nullable String platform) {
		int slash = text.indexOf('/');
		if (platform != null) {
			boolean repeated = slash > 0 && text.substring(0, slash).equals(platform);
			return named(platform, repeated ? text.substring(slash + 1) : text);
		}
		return (slash > 0) ? named(text.substring(0, slash), text.substring(slash + 1)) : named(usual(text), text);
	}

	private static LiteLlmName named(String prefix, String model) {
		if (prefix.equals("bedrock") || prefix.equals("bedrock_converse")) {
			return new LiteLlmName("bedrock", withoutRoute(model));
		}
		return new LiteLlmName(prefix, model);
	}

	private static String withoutRoute(String model) {
		return BEDROCK_ROUTES.stream()
			.filter(model::startsWith)
			.findFirst()
			.map((route) -> model.substring(route.length()))
			.orElse(model);
	}

	/**
	 * The platform of a name without one, as its own vendor names models.
	 */
	private static String usual(String model) {
		int dot = model.indexOf('.');
		if (dot > 0 && BEDROCK_VENDORS.contains(model.substring(0, dot))) {
			return "bedrock";
		}
		if (model.startsWith("claude-")) {
			return "anthropic";
		}
		return model.startsWith("gemini-") ? "vertex_ai" : "openai";
	}

	/**
	 * The type of the provider.
	 * @param ownBase whether an address is written
	 * @return the type, if Hilum knows the platform
	 */
	Optional<ProviderType> type(boolean ownBase) {
		return Optional.ofNullable(switch (this.prefix) {
			case "openai" -> ownBase ? ProviderType.OPENAI_COMPATIBLE : ProviderType.OPENAI;
			case "azure", "azure_text" -> ProviderType.AZURE_OPENAI;
			case "anthropic" -> ProviderType.ANTHROPIC;
			case "vertex_ai", "vertex_ai_beta" -> ProviderType.VERTEX_AI;
			case "gemini" -> ProviderType.GEMINI;
			case "bedrock" -> ProviderType.BEDROCK;
			default -> CompatibleServers.of(this.prefix).map((server) -> ProviderType.OPENAI_COMPATIBLE).orElse(null);
		});
	}

}
