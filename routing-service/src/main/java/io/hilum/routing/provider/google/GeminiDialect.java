package io.hilum.routing.provider.google;

import java.net.URI;
import java.util.Map;

import io.hilum.dialects.Translator;
import io.hilum.dialects.google.ChatToGemini;
import io.hilum.dialects.google.EmbeddingsToGemini;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import io.hilum.routing.provider.http.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The Gemini API: paths that name model and method, and a key in a header.
 */
final class GeminiDialect implements HttpDialect {

	private static final Translator EMBEDDINGS = new EmbeddingsToGemini();

	private final String root;

	private final Mono<Map<String, String>> login;

	private final Translator chat;

	GeminiDialect(URI endpoint, @Nullable String apiKey, int maxEventBytes) {
		this.root = root(endpoint.toString());
		this.login = Mono.just((apiKey != null) ? Map.of("x-goog-api-key", apiKey) : Map.of());
		this.chat = ChatToGemini.geminiApi(maxEventBytes);
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
		return this.root + ResourceNames.encode(model) + ":" + Methods.of(call, "batchEmbedContents");
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

	@Override
	public @Nullable Translator translator(Endpoint endpoint) {
		return switch (endpoint) {
			case CHAT_COMPLETIONS -> this.chat;
			case EMBEDDINGS -> EMBEDDINGS;
			default -> Methods.NONE;
		};
	}

	/**
	 * Any type: what stands in front of Google does not always know {@code alt=sse}, and
	 * sends a JSON list then.
	 */
	@Override
	public String streamType() {
		return "";
	}

	@Override
	public Refusal refusal(Refusal told, byte[] body) {
		return GoogleRefusals.of(told, body);
	}

}
