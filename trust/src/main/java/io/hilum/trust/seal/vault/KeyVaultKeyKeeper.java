package io.hilum.trust.seal.vault;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.UnknownKeyException;
import io.hilum.trust.seal.WrappedKey;

/**
 * Lets Azure Key Vault wrap and unwrap (REST API 7.4: get key, wrapKey, unwrapKey). The
 * key never leaves the vault; each version of it has an id that what it wrapped carries.
 */
public final class KeyVaultKeyKeeper implements KeyKeeper {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String API = "?api-version=7.4";

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private static final Pattern VERSION = Pattern.compile("[0-9a-zA-Z]{1,64}");

	private final WebClient client;

	private final Mono<String> token;

	private final KeyVaultKey key;

	/**
	 * Create a keeper.
	 * @param client calls the vault
	 * @param token a token for {@code https://vault.azure.net/.default}, asked for with
	 * each call; whoever gives it keeps it as long as it is good
	 * @param key the key
	 */
	public KeyVaultKeyKeeper(WebClient client, Mono<String> token, KeyVaultKey key) {
		this.client = client;
		this.token = token.onErrorMap((failure) -> !(failure instanceof WebClientRequestException),
				(failure) -> new KeyKeeperException(
						"there is no token for the vault: " + failure.getClass().getSimpleName()));
		this.key = key;
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] plain) {
		return current()
			.flatMap((id) -> operate(id, "wrapkey", Base64.getUrlEncoder().withoutPadding().encodeToString(plain)))
			.map((answer) -> new WrappedKey(ownId(text(answer, "kid")), text(answer, "value")));
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		return Mono.fromCallable(() -> ownId(wrapped.keyId()))
			.flatMap((id) -> operate(id, "unwrapkey", wrapped.value()))
			.map((answer) -> Base64.getUrlDecoder().decode(text(answer, "value")));
	}

	@Override
	public Mono<String> current() {
		return call(HttpMethod.GET, this.key.path() + API, null).map((answer) -> {
			String id = ownId(text(answer.path("key"), "kid"));
			requireEnabled(answer);
			return id;
		});
	}

	/**
	 * A vault wraps by a version that is disabled, and then does not unwrap.
	 */
	private void requireEnabled(JsonNode answer) {
		if (!answer.path("attributes").path("enabled").asBoolean(true)) {
			throw new KeyKeeperException("the present version of key " + this.key.name() + " is disabled");
		}
	}

	private Mono<JsonNode> operate(String id, String operation, String value) {
		return call(HttpMethod.POST, id + "/" + operation + API,
				JSON.writeValueAsString(Map.of("alg", this.key.algorithm(), "value", value)));
	}

	private Mono<JsonNode> call(HttpMethod method, String uri, @Nullable String body) {
		return this.token
			.flatMap((bearer) -> request(method, uri, body, bearer).exchangeToMono(KeyVaultKeyKeeper::read))
			.timeout(this.key.timeout())
			.retryWhen(retry())
			.onErrorMap(
					(failure) -> failure instanceof Busy || failure instanceof WebClientRequestException
							|| failure instanceof TimeoutException,
					(failure) -> new KeyKeeperException("the vault does not answer"))
			.onErrorMap(JacksonException.class, (failure) -> new KeyKeeperException("the vault's answer is no JSON"));
	}

	private Retry retry() {
		Retry backoff = Retry.backoff(this.key.retries(), this.key.pause())
			.filter((failure) -> failure instanceof Busy || failure instanceof WebClientRequestException)
			.onRetryExhaustedThrow((spec, signal) -> signal.failure());
		return Retry.from((signals) -> backoff.generateCompanion(signals.delayUntil(this::pauseAsked)));
	}

	/**
	 * As long as the vault asks for, and not at all if that is longer than an answer may
	 * take.
	 */
	private Mono<Long> pauseAsked(Retry.RetrySignal signal) {
		Duration pause = (signal.failure() instanceof Busy busy) ? busy.pause : Duration.ZERO;
		if (pause.compareTo(this.key.timeout()) > 0) {
			return Mono.error(signal.failure());
		}
		return (signal.totalRetries() < this.key.retries()) ? Mono.delay(pause) : Mono.empty();
	}

	private WebClient.RequestHeadersSpec<?> request(HttpMethod method, String uri, @Nullable String body,
			String bearer) {
		WebClient.RequestBodySpec request = this.client.method(method)
			.uri(URI.create(uri))
			.headers((headers) -> headers.setBearerAuth(bearer));
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(body) : request;
	}

	private static Mono<JsonNode> read(ClientResponse answer) {
		HttpStatusCode status = answer.statusCode();
		if (status.is2xxSuccessful()) {
			return answer.bodyToMono(String.class)
				.switchIfEmpty(Mono.error(() -> new KeyKeeperException("the vault's answer is empty")))
				.map(JSON::readTree);
		}
		return answer.releaseBody().then(Mono.error(() -> failure(status.value(), pause(answer))));
	}

	/**
	 * The vault answers 400 to what it has not wrapped. Its text may repeat what it was
	 * sent, so it goes no further.
	 */
	private static RuntimeException failure(int status, Duration pause) {
		return switch (status) {
			case 400 -> new SealBrokenException();
			case 408, 429, 500, 502, 503, 504 -> new Busy(pause);
			default -> new KeyKeeperException("the vault answered " + status);
		};
	}

	private static Duration pause(ClientResponse answer) {
		String seconds = answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null && SECONDS.matcher(seconds).matches()) ? Duration.ofSeconds(Long.parseLong(seconds))
				: Duration.ZERO;
	}

	private static String text(JsonNode answer, String field) {
		return answer.path(field)
			.asStringOpt()
			.orElseThrow(() -> new KeyKeeperException("the vault's answer has no " + field));
	}

	/**
	 * An id comes out of a store: it must not send a token anywhere but to the vault.
	 */
	private String ownId(String id) {
		String prefix = this.key.path() + "/";
		if (!id.startsWith(prefix) || !VERSION.matcher(id.substring(prefix.length())).matches()) {
			throw new UnknownKeyException("this is not the id of a version of key " + this.key.name());
		}
		return id;
	}

	/**
	 * The vault is busy or broken at the moment.
	 */
	private static final class Busy extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Duration pause;

		Busy(Duration pause) {
			this.pause = pause;
		}

	}

}
