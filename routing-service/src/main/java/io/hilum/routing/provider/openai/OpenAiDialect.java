package io.hilum.routing.provider.openai;

import java.net.URI;
import java.util.Map;

import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * OpenAI's paths and bearer token.
 */
final class OpenAiDialect implements HttpDialect {

	private final String root;

	private final Mono<Map<String, String>> login;

	OpenAiDialect(URI endpoint, @Nullable String apiKey) {
		String text = endpoint.toString();
		this.root = text.endsWith("/") ? text : text + "/";
		this.login = Mono.just((apiKey != null) ? Map.of("Authorization", "Bearer " + apiKey) : Map.of());
	}

	@Override
	public String uri(ProviderCall call) {
		return this.root + call.endpoint().path();
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

}
