package io.hilum.trust.seal.vault;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks as much of Key Vault's REST API 7.4 as wraps and unwraps, with RSA keys of its
 * own: {@code GET /keys/NAME}, {@code POST /keys/NAME/VERSION/wrapkey} and
 * {@code /unwrapkey}. Answers and refusals are as in the records that the tests of
 * Azure's SDK for Java play back ({@code CryptographyClientTest.wrapUnwrapRsa} and
 * others), and it takes nothing that is not as there.
 */
final class VaultServer implements AutoCloseable {

	static final String TOKEN = "token-of-the-workload";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]+");

	private static final OAEPParameterSpec OAEP_256 = new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256,
			PSource.PSpecified.DEFAULT);

	private static final List<KeyPair> KEYS = keys(3);

	private final Map<String, KeyPair> versions = Collections.synchronizedMap(new LinkedHashMap<>());

	private final Set<String> disabled = ConcurrentHashMap.newKeySet();

	private final List<Instant> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final String name;

	private final DisposableServer server;

	private volatile int status;

	private volatile String retryAfter = "";

	private volatile String present = "";

	VaultServer(String name) {
		this.name = name;
		rotate();
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	void rotate() {
		String version = "%032x".formatted(0xfeed0000 + this.versions.size());
		this.versions.put(version, KEYS.get(this.versions.size()));
		this.present = version;
	}

	/** Disable the present version. */
	void disable() {
		this.disabled.add(this.present);
	}

	void failNext(int times, int with, String retryAfterSeconds) {
		this.status = with;
		this.retryAfter = retryAfterSeconds;
		this.failures.set(times);
	}

	/** When it was asked. */
	List<Instant> requests() {
		return List.copyOf(this.requests);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		this.requests.add(Clock.systemUTC().instant());
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("").flatMap((body) -> {
			Answer answer = answer(request, body);
			answer.headers().forEach(response::header);
			return response.status(answer.status())
				.header("Content-Type", "application/json; charset=utf-8")
				.header("Cache-Control", "no-cache")
				.header("x-ms-keyvault-service-version", "1.9.749.1")
				.sendString(Mono.just(JSON.writeValueAsString(answer.body())))
				.then();
		});
	}

	private Answer answer(HttpServerRequest request, String body) {
		if (this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			return error(this.status, "Throttled",
					this.retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", this.retryAfter));
		}
		if (!("Bearer " + TOKEN).equals(request.requestHeaders().get("authorization"))) {
			return error(401, "Unauthorized",
					Map.of("WWW-Authenticate", "Bearer authorization=\"https://login.windows.net/tenant\", "
							+ "resource=\"https://vault.azure.net\""));
		}
		URI uri = URI.create(request.uri());
		if (!"api-version=7.4".equals(uri.getRawQuery())) {
			return error(400, "BadParameter", Map.of());
		}
		List<String> segments = List.of(uri.getRawPath().substring(1).split("/", -1));
		if (request.method().name().equals("GET") && segments.equals(List.of("keys", this.name))) {
			return new Answer(200, Map.of(), describe(this.present));
		}
		if (!request.method().name().equals("POST") || segments.size() != 4 || !segments.get(0).equals("keys")
				|| !segments.get(1).equals(this.name) || !this.versions.containsKey(segments.get(2))) {
			return error(404, "KeyNotFound", Map.of());
		}
		if (!"application/json".equals(request.requestHeaders().get("content-type"))) {
			return error(415, "UnsupportedMediaType", Map.of());
		}
		return operate(segments.get(2), segments.get(3), JSON.readTree(body));
	}

	/** A key as a JWK, and what is known of its version. */
	private Map<String, ?> describe(String version) {
		RSAPublicKey key = (RSAPublicKey) pair(version).getPublic();
		return Map.of("key",
				Map.of("kid", kid(version), "kty", "RSA", "key_ops",
						List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"), "n",
						unsigned(key.getModulus()), "e", unsigned(key.getPublicExponent())),
				"attributes",
				Map.of("enabled", !this.disabled.contains(version), "created", 1680581477, "updated", 1680581477,
						"recoveryLevel", "CustomizedRecoverable+Purgeable", "recoverableDays", 7, "exportable", false));
	}

	private Answer operate(String version, String operation, JsonNode body) {
		String value = body.path("value").asString("");
		if (body.size() != 2 || !body.path("alg").asString("").equals("RSA-OAEP-256")
				|| !BASE64_URL.matcher(value).matches()) {
			return error(400, "BadParameter", Map.of());
		}
		return switch (operation) {
			case "wrapkey" -> crypt(version, Cipher.ENCRYPT_MODE, pair(version).getPublic(), value);
			case "unwrapkey" -> this.disabled.contains(version) ? keyDisabled()
					: crypt(version, Cipher.DECRYPT_MODE, pair(version).getPrivate(), value);
			default -> error(404, "KeyNotFound", Map.of());
		};
	}

	private Answer crypt(String version, int mode, Key key, String value) {
		try {
			Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
			cipher.init(mode, key, OAEP_256);
			byte[] result = cipher.doFinal(Base64.getUrlDecoder().decode(value));
			return new Answer(200, Map.of(), Map.of("kid", kid(version), "value",
					Base64.getUrlEncoder().withoutPadding().encodeToString(result)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return error(400, "BadParameter", Map.of());
		}
	}

	private KeyPair pair(String version) {
		return Objects.requireNonNull(this.versions.get(version), version);
	}

	private String kid(String version) {
		return url() + "/keys/" + this.name + "/" + version;
	}

	private static String unsigned(BigInteger number) {
		byte[] bytes = number.toByteArray();
		int sign = (bytes[0] == 0) ? 1 : 0;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
	}

	/** A vault wraps by a version that is disabled, but does not unwrap. */
	private static Answer keyDisabled() {
		return new Answer(403, Map.of(), Map.of("error", Map.of("code", "Forbidden", "message",
				"secret words: not allowed on a disabled key.", "innererror", Map.of("code", "KeyDisabled"))));
	}

	private static Answer error(int status, String code, Map<String, String> headers) {
		return new Answer(status, headers, Map.of("error", Map.of("code", code, "message", "secret words")));
	}

	private static List<KeyPair> keys(int count) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			List<KeyPair> keys = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				keys.add(generator.generateKeyPair());
			}
			return keys;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What is answered.
	 *
	 * @param status the status
	 * @param headers headers beside the usual ones
	 * @param body the body
	 */
	private record Answer(int status, Map<String, String> headers, Map<String, ?> body) {
	}

}
