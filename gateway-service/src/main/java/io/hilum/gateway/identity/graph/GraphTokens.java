package io.hilum.gateway.identity.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hilum.gateway.identity.GraphAccess;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The token with which this gateway asks Graph (client credentials of Entra ID, with a
 * secret or with the token of a workload identity as assertion, RFC 7523). It is had anew
 * a minute before it ends. Thread-safe.
 */
final class GraphTokens {

	private static final Duration MARGIN = Duration.ofMinutes(1);

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final WebClient client;

	private final GraphAccess access;

	private final Clock clock;

	private volatile @Nullable Held held;

	GraphTokens(WebClient client, GraphAccess access, Clock clock) {
		this.client = client;
		this.access = access;
		this.clock = clock;
	}

	Mono<String> current() {
		Held present = this.held;
		if (present != null && this.clock.instant().isBefore(present.renewAt())) {
			return Mono.just(present.token());
		}
		return form()
			.flatMap((form) -> this.client.post()
				.uri(this.access.tokenUri())
				.body(BodyInserters.fromFormData(form))
				.retrieve()
				.bodyToMono(TokenAnswer.class))
			.map(this::hold);
	}

	private String hold(TokenAnswer answer) {
		if (answer.token() == null) {
			throw new IllegalStateException("the answer has no access_token");
		}
		this.held = new Held(answer.token(), this.clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN));
		return answer.token();
	}

	private Mono<MultiValueMap<String, String>> form() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("client_id", this.access.clientId());
		form.add("scope", this.access.url().resolve("/.default").toString());
		Path file = this.access.federatedTokenFile();
		if (file == null) {
			form.add("client_secret", this.access.clientSecret());
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

	/**
	 * What the token endpoint says (RFC 6749, section 5.1).
	 *
	 * @param token the token
	 * @param expiresIn how long it is valid, in seconds
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record TokenAnswer(@JsonProperty("access_token") @Nullable String token,
			@JsonProperty("expires_in") long expiresIn) {

		@Override
		public String toString() {
			return "TokenAnswer[REDACTED]";
		}

	}

}
