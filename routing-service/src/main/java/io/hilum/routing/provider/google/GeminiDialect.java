package io.hilum.routing.provider.google;

import java.net.URI;
import java.util.Map;

import io.hilum.dialects.google.ChatToGemini;
import io.hilum.dialects.google.EmbeddingsToGemini;
import io.hilum.routing.provider.ProviderCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The Gemini API: paths that name model and method, and a key in a header.
 */
final class GeminiDialect extends GoogleDialect {

	private final String root;

	GeminiDialect(URI endpoint, @Nullable String apiKey, int maxEventBytes) {
		super(Mono.just((apiKey != null) ? Map.of("x-goog-api-key", apiKey) : Map.of()),
				ChatToGemini.geminiApi(maxEventBytes), new EmbeddingsToGemini());
		this.root = root(endpoint.toString());
	}

	/**
	 * Configurations name the server with and without the version of its paths.
	 */
	private static String root(String endpoint) {
		String bare = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
		return bare.matches(".*/v1[a-z0-9]*") ? bare + "/" : bare + "/v1beta/";
	}

	@Override
	public String uri(ProviderCall call) {
		String model = call.model().contains("/") ? call.model() : "models/" + call.model();
		return this.root + ResourceNames.encode(model) + ":" + method(call, "batchEmbedContents");
	}

}
