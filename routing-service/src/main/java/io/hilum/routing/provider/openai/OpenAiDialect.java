package io.hilum.routing.provider.openai;

import java.net.URI;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.StoredCall;
import io.hilum.routing.provider.http.HttpDialect;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * OpenAI's paths and bearer token.
 */
final class OpenAiDialect implements HttpDialect {

	private final String root;

	private final Mono<Map<String, String>> login;

	private final boolean compatible;

	/**
	 * Create the dialect.
	 * @param endpoint the root of the API
	 * @param apiKey the bearer token, if one is wanted
	 * @param compatible whether this is not OpenAI itself
	 */
	OpenAiDialect(URI endpoint, @Nullable String apiKey, boolean compatible) {
		this.compatible = compatible;
		String text = endpoint.toString();
		this.root = text.endsWith("/") ? text : text + "/";
		this.login = Mono.just((apiKey != null) ? Map.of("Authorization", "Bearer " + apiKey) : Map.of());
	}

	/**
	 * Servers that speak OpenAI's dialect have taken completions since before there was
	 * chat; few take responses.
	 */
	@Override
	public boolean speaks(Endpoint endpoint, String model) {
		return switch (endpoint) {
			case CHAT_COMPLETIONS, COMPLETIONS, EMBEDDINGS -> true;
			case RESPONSES -> !this.compatible;
			case MESSAGES, COUNT_TOKENS -> false;
		};
	}

	/**
	 * OpenAI's reasoning models refuse {@code max_tokens}, and few other servers know its
	 * new name.
	 */
	@Override
	public String limitField() {
		return this.compatible ? "max_tokens" : "max_completion_tokens";
	}

	@Override
	public String uri(ProviderCall call) {
		return this.root + call.endpoint().path();
	}

	@Override
	public @Nullable String uri(StoredCall call) {
		return this.compatible ? null : this.root + call.path() + (call.query().isEmpty() ? "" : "?" + call.query());
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

}
