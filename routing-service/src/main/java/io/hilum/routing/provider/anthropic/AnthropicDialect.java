package io.hilum.routing.provider.anthropic;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.anthropic.ChatToMessages;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.AnthropicBeta;
import io.hilum.routing.provider.http.HttpDialect;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Anthropic's paths, version and key. Chat completions are translated; what a client asks
 * in Anthropic's own dialect goes on byte for byte.
 */
final class AnthropicDialect implements HttpDialect {

	/** The version whose requests are translated. */
	static final String VERSION = "2023-06-01";

	/** What Anthropic speaks, by itself or translated. It has no embeddings. */
	private static final Set<Endpoint> SPOKEN = Set.of(Endpoint.CHAT_COMPLETIONS, Endpoint.MESSAGES,
			Endpoint.COUNT_TOKENS);

	private final String root;

	private final Mono<Map<String, String>> login;

	private final StreamTranslator chat;

	AnthropicDialect(URI endpoint, @Nullable String apiKey, @Nullable String version, int maxEventBytes) {
		this.root = root(endpoint.toString());
		Map<String, String> headers = new HashMap<>();
		headers.put("anthropic-version", (version != null) ? version : VERSION);
		if (apiKey != null) {
			headers.put("x-api-key", apiKey);
		}
		this.login = Mono.just(Map.copyOf(headers));
		this.chat = ChatToMessages.direct(maxEventBytes);
	}

	/** Configurations name the server with and without the {@code v1} of its paths. */
	private static String root(String endpoint) {
		String bare = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
		return bare.endsWith("/v1") ? bare + "/" : bare + "/v1/";
	}

	@Override
	public String uri(ProviderCall call) {
		return this.root + ((call.endpoint() == Endpoint.CHAT_COMPLETIONS) ? "messages" : call.endpoint().path());
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

	@Override
	public Map<String, String> headers(ProviderCall call) {
		return AnthropicBeta.of(call);
	}

	@Override
	public boolean speaks(Endpoint endpoint, String model) {
		return SPOKEN.contains(endpoint);
	}

	@Override
	public StreamTranslator chat() {
		return this.chat;
	}

}
