package io.hilum.routing.provider.google;

import java.util.Map;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.anthropic.ChatToMessages;
import io.hilum.dialects.google.ChatToGemini;
import io.hilum.dialects.google.EmbeddingsToVertex;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import reactor.core.publisher.Mono;

/**
 * Vertex AI: Google's models, and Anthropic's, which keep their own dialect there.
 */
final class VertexDialect extends GoogleDialect {

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

	@Override
	public String uri(ProviderCall call) {
		return this.root + ResourceNames.encode(ResourceNames.atVertex(call.model())) + ":" + method(call);
	}

	private static String method(ProviderCall call) {
		if (call.endpoint() == Endpoint.CHAT_COMPLETIONS && ResourceNames.isAnthropic(call.model())) {
			return call.stream() ? "streamRawPredict" : "rawPredict";
		}
		return method(call, "predict");
	}

}
