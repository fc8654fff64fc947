package io.hilum.trust.entra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens with which a service asks another one of Azure's (client credentials of Entra
 * ID, with a secret or with the token of a workload identity as assertion, RFC 7523).
 * Each is had anew some time before it ends. Thread-safe.
 */
public final class EntraTokens {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final WebClient client;

	private final EntraApplication application;

	private final Clock clock;

	private volatile @Nullable Held held;

	/**
	 * Create tokens.
	 * @param client calls Entra ID
	 * @param application whose tokens
	 * @param clock the clock by which they end
	 */
	public EntraTokens(WebClient client, EntraApplication application, Clock clock) {
		this.client = client;
		this.application = application;
		this.clock = clock;
	}

	/**
	 * The token.
	 * @return a token that is good for a while
	 */
	public Mono<String> current() {
		Held present = this.held;
		if (present != null && this.clock.instant().isBefore(present.renewAt())) {
			return Mono.just(present.token());
		}
		return fetch().map(this::hold);
	}

	/**
	 * A new token, for whoever keeps tokens in a way of their own.
	 * @return the token
	 */
	public Mono<EntraToken> fetch() {
		return form()
			.flatMap((form) -> this.client.post()
				.uri(this.application.tokenUri())
				.body(BodyInserters.fromFormData(form))
				.retrieve()
				.bodyToMono(String.class))
			.map((answer) -> read(JSON.readTree(answer)));
	}

	private static EntraToken read(JsonNode answer) {
		String token = answer.path("access_token")
			.asStringOpt()
			.orElseThrow(() -> new IllegalStateException("the answer has no access_token"));
		return new EntraToken(token, Duration.ofSeconds(answer.path("expires_in").asLong(0)));
	}

	private String hold(EntraToken fetched) {
		this.held = new Held(fetched.value(),
				this.clock.instant().plus(fetched.life()).minus(this.application.margin()));
		return fetched.value();
	}

	private Mono<MultiValueMap<String, String>> form() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("client_id", this.application.clientId());
		form.add("scope", this.application.scope());
		Path file = this.application.federatedTokenFile();
		if (file == null) {
			form.add("client_secret", this.application.clientSecret());
			return Mono.just(form);
		}
		return Mono.fromCallable(() -> Files.readString(file).strip())
			.subscribeOn(Schedulers.boundedElastic())
			.map((assertion) -> {
				form.add("client_assertion_type", ASSERTION);
				form.add("client_assertion", assertion);
				return form;
			});
	}

	/**
	 * A token.
	 *
	 * @param token the token
	 * @param renewAt from when on it is had anew
	 */
	private record Held(String token, Instant renewAt) {

		@Override
		public String toString() {
			return "Held[REDACTED]";
		}

	}

}
