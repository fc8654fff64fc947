package io.hilum.routing.provider.google;

import java.util.Map;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import io.hilum.routing.provider.http.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the Gemini API and Vertex AI have in common: models with methods, and the form of
 * refusals.
 */
abstract sealed class GoogleDialect implements HttpDialect permits GeminiDialect, VertexDialect {

	private final Mono<Map<String, String>> login;

	private final StreamTranslator chat;

	private final Translator embeddings;

	/**
	 * Create a dialect.
	 * @param login the headers that log in
	 * @param chat translates chat completions
	 * @param embeddings translates embeddings
	 */
	GoogleDialect(Mono<Map<String, String>> login, StreamTranslator chat, Translator embeddings) {
		this.login = login;
		this.chat = chat;
		this.embeddings = embeddings;
	}

	static String method(ProviderCall call, String embed) {
		if (call.endpoint() == Endpoint.EMBEDDINGS) {
			return embed;
		}
		return call.stream() ? "streamGenerateContent?alt=sse" : "generateContent";
	}

	@Override
	public final Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

	@Override
	public final StreamTranslator chat() {
		return this.chat;
	}

	@Override
	public @Nullable Translator translator(Endpoint endpoint) {
		return (endpoint == Endpoint.EMBEDDINGS) ? this.embeddings : HttpDialect.super.translator(endpoint);
	}

	/**
	 * Any type: what stands in front of Google does not always know {@code alt=sse}, and
	 * sends a JSON list then.
	 */
	@Override
	public final String streamType() {
		return "";
	}

	@Override
	public final Refusal refusal(Refusal told, Refusal.Head head) {
		return GoogleRefusals.of(told);
	}

}
