package io.hilum.routing.provider.google;

import java.util.Map;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.dialects.anthropic.ChatToMessages;
import io.hilum.dialects.anthropic.MessagesToVertex;
import io.hilum.dialects.google.ChatToGemini;
import io.hilum.dialects.google.EmbeddingsToVertex;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.AnthropicBeta;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Vertex AI: Google's models, and Anthropic's, which keep their own dialect there.
 */
final class VertexDialect extends GoogleDialect {

	/** What counts tokens for all models of Anthropic. */
	private static final String COUNT_TOKENS = "publishers/anthropic/models/count-tokens";

	private final String root;

	/**
	 * Create the dialect.
	 * @param root the path above the models, with a slash at its end
	 * @param login the headers that log in
	 * @param maxEventBytes how long one event of a stream may be
	 */
	VertexDialect(String root, Mono<Map<String, String>> login, int maxEventBytes) {
		super(login, chat(maxEventBytes), new EmbeddingsToVertex());
		this.root = root;
	}

	private static StreamTranslator chat(int maxEventBytes) {
		StreamTranslator google = ChatToGemini.vertexAi(maxEventBytes);
		StreamTranslator anthropic = ChatToMessages.vertex(maxEventBytes);
		return (request) -> (ResourceNames.isAnthropic(request.model()) ? anthropic : google).translate(request);
	}

	/**
	 * Models of Anthropic take messages as they are.
	 */
	@Override
	public boolean speaks(Endpoint endpoint, String model) {
		return switch (endpoint) {
			case MESSAGES, COUNT_TOKENS -> ResourceNames.isAnthropic(model);
			default -> super.speaks(endpoint, model);
		};
	}

	@Override
	public Map<String, String> headers(ProviderCall call) {
		return ResourceNames.isAnthropic(call.model()) ? AnthropicBeta.of(call) : Map.of();
	}

	@Override
	public @Nullable Translator translator(Endpoint endpoint) {
		return switch (endpoint) {
			case MESSAGES -> MessagesToVertex.MESSAGES;
			case COUNT_TOKENS -> MessagesToVertex.COUNT;
			default -> super.translator(endpoint);
		};
	}

	@Override
	public String uri(ProviderCall call) {
		String model = (call.endpoint() == Endpoint.COUNT_TOKENS) ? COUNT_TOKENS : ResourceNames.atVertex(call.model());
		return this.root + ResourceNames.encode(model) + ":" + method(call);
	}

	private static String method(ProviderCall call) {
		if (call.endpoint() != Endpoint.EMBEDDINGS && ResourceNames.isAnthropic(call.model())) {
			return call.stream() ? "streamRawPredict" : "rawPredict";
		}
		return method(call, "predict");
	}

}
