package io.hilum.routing.provider.google;

import java.util.Map;

import io.hilum.dialects.Translator;
import io.hilum.dialects.anthropic.ChatToMessages;
import io.hilum.dialects.google.ChatToGemini;
import io.hilum.dialects.google.EmbeddingsToVertex;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import io.hilum.routing.provider.http.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Vertex AI: Google's models, and Anthropic's, which keep their own dialect there.
 */
final class VertexDialect implements HttpDialect {

	private static final Translator EMBEDDINGS = new EmbeddingsToVertex();

	private final String root;

	private final Mono<Map<String, String>> login;

	private final Translator chat;

	/**
	 * Create the dialect.
	 * @param root the path above the models, with a slash at its end
	 * @param login the headers that log in
	 * @param maxEventBytes how long one event of a stream may be
	 */
	VertexDialect(String root, Mono<Map<String, String>> login, int maxEventBytes) {
		this.root = root;
		this.login = login;
		Translator google = ChatToGemini.vertexAi(maxEventBytes);
		Translator anthropic = ChatToMessages.vertex(maxEventBytes);
		this.chat = (request) -> (ResourceNames.isAnthropic(request.model()) ? anthropic : google).translate(request);
	}

	@Override
	public String uri(ProviderCall call) {
		return this.root + ResourceNames.encode(ResourceNames.atVertex(call.model())) + ":" + method(call);
	}

	private static String method(ProviderCall call) {
		if (call.endpoint() == Endpoint.CHAT_COMPLETIONS && ResourceNames.isAnthropic(call.model())) {
			return call.stream() ? "streamRawPredict" : "rawPredict";
		}
		return Methods.of(call, "predict");
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
