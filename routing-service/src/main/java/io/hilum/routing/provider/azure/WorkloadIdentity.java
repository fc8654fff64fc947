package io.hilum.routing.provider.azure;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.routing.provider.ProviderFailure;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exchanges the token of a service account for one of Entra ID (OAuth 2.0 client
 * credentials with a federated assertion, RFC 7523), so that no secret has to be kept.
 * The token is kept until shortly before it expires. Thread-safe.
 */
final class WorkloadIdentity {

	private static final Logger LOG = LoggerFactory.getLogger(WorkloadIdentity.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final Duration MARGIN = Duration.ofMinutes(5);

	private static final Duration SHORTEST = Duration.ofSeconds(30);

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

	private final HttpClient client;

	private final WorkloadIdentityProperties properties;

	private final Mono<Token> token;

	WorkloadIdentity(HttpClient client, WorkloadIdentityProperties properties) {
		this.client = client;
		this.properties = properties;
		this.token = Mono.defer(this::exchange)
			.doOnError((cause) -> LOG.warn("Entra ID gives no token: {}", cause.getClass().getSimpleName()))
			.cache(Token::kept, (cause) -> AFTER_FAILURE, () -> AFTER_FAILURE);
	}

	/**
	 * The headers that log in.
	 * @return names and values, or a {@link ProviderFailure} if there is no token
	 */
	Mono<Map<String, String>> login() {
		return this.token.map((held) -> Map.of("Authorization", "Bearer " + held.value()))
			.onErrorMap((cause) -> ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE));
	}

	private Mono<Token> exchange() {
		String url = this.properties.authority().resolve(this.properties.tenantId() + "/oauth2/v2.0/token").toString();
		return Mono.fromCallable(this::form)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((form) -> this.client
				.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE,
						HttpHeaderValues.APPLICATION_X_WWW_FORM_URLENCODED))
				.post()
				.uri(url)
				.send(Mono.fromSupplier(() -> Unpooled.copiedBuffer(form, StandardCharsets.UTF_8)))
				.responseSingle(WorkloadIdentity::read));
	}

	private String form() throws IOException {
		String assertion = Files.readString(Path.of(this.properties.tokenFile())).strip();
		Map<String, String> fields = Map.of("grant_type", "client_credentials", "client_id", this.properties.clientId(),
				"scope", this.properties.scope(), "client_assertion_type", ASSERTION, "client_assertion", assertion);
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static Mono<Token> read(HttpClientResponse response, ByteBufMono body) {
		return body.asByteArray().map((bytes) -> {
			JsonNode answer = JSON.readTree(bytes);
			if (response.status().code() != 200 || !answer.path("access_token").isString()) {
				throw new IllegalStateException("Entra ID answered " + response.status().code());
			}
			Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(0));
			return new Token(answer.path("access_token").asString(), life);
		});
	}

	/**
	 * A token of Entra ID.
	 *
	 * @param value the token
	 * @param life how long it is valid
	 */
	private record Token(String value, Duration life) {

		private Duration kept() {
			Duration kept = this.life.minus(MARGIN);
			return (kept.compareTo(SHORTEST) > 0) ? kept : SHORTEST;
		}

		@Override
		public String toString() {
			return "Token[REDACTED]";
		}

	}

}
