package io.hilum.routing.catalogue.file;

import java.net.URI;

import io.hilum.routing.catalogue.ProviderType;
import org.jspecify.annotations.Nullable;

/**
 * Where providers are that have one address for everybody.
 */
final class ProviderEndpoints {

	private ProviderEndpoints() {
	}

	/**
	 * The address of a type.
	 * @param type the type
	 * @return the root, or {@code null} if there is none, or it follows from the region
	 */
	static @Nullable URI usual(ProviderType type) {
		return switch (type) {
			case OPENAI -> URI.create("https://api.openai.com/v1");
			case ANTHROPIC -> URI.create("https://api.anthropic.com");
			case GEMINI -> URI.create("https://generativelanguage.googleapis.com");
			case OPENAI_COMPATIBLE, AZURE_OPENAI, VERTEX_AI, BEDROCK, SANDBOX -> null;
		};
	}

	static boolean isOptional(ProviderType type) {
		return switch (type) {
			case OPENAI, ANTHROPIC, GEMINI, VERTEX_AI, BEDROCK, SANDBOX -> true;
			case OPENAI_COMPATIBLE, AZURE_OPENAI -> false;
		};
	}

}
