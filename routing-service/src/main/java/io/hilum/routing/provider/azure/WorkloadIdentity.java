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
import io.hilum.routing.provider.http.BearerToken;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
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

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final HttpClient client;

	private final WorkloadIdentityProperties properties;

	private final Mono<Map<String, String>> login;

	WorkloadIdentity(HttpClient client, WorkloadIdentityProperties properties) {
		this.client = client;
		this.properties = properties;
		this.login = BearerToken.login("Entra ID", Mono.defer(this::exchange));
	}

	/**
	 * The headers that log in.
	 * @return names and values, or a {@link ProviderFailure} if there is no token
	 */
	Mono<Map<String, String>> login() {
		return this.login;
	}

	private Mono<BearerToken> exchange() {
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

	private static Mono<BearerToken> read(HttpClientResponse response, ByteBufMono body) {
		return body.asByteArray().map((bytes) -> {
			JsonNode answer = JSON.readTree(bytes);
			if (response.status().code() != 200 || !answer.path("access_token").isString()) {
				throw new IllegalStateException("Entra ID answered " + response.status().code());
			}
			Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(0));
			return new BearerToken(answer.path("access_token").asString(), life);
		});
	}

}
