package io.hilum.trust.seal.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
 * {@code /unwrapkey}.
 */
final class VaultServer implements AutoCloseable {

	static final String TOKEN = "token-of-the-workload";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final OAEPParameterSpec OAEP_256 = new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256,
			PSource.PSpecified.DEFAULT);

	private static final List<KeyPair> KEYS = keys(3);

	private final List<KeyPair> versions = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	private final String name;

	private final DisposableServer server;

	private volatile int status;

	VaultServer(String name) {
		this.name = name;
		rotate();
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	void rotate() {
		this.versions.add(KEYS.get(this.versions.size()));
	}

	void failNext(int times, int with) {
		this.status = with;
		this.failures.set(times);
	}

	int requests() {
		return this.requests.get();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		this.requests.incrementAndGet();
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("").flatMap((body) -> {
			Answer answer = answer(request, body);
			return response.status(answer.status())
				.header("content-type", "application/json; charset=utf-8")
				.sendString(Mono.just(JSON.writeValueAsString(answer.body())))
				.then();
		});
	}

	private Answer answer(HttpServerRequest request, String body) {
		if (this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			return error(this.status, "Throttled");
		}
		if (!("Bearer " + TOKEN).equals(request.requestHeaders().get("authorization"))) {
			return error(401, "Unauthorized");
		}
		if (!request.uri().endsWith("?api-version=7.4")) {
			return error(400, "BadParameter");
		}
		String path = request.fullPath().startsWith("/") ? request.fullPath() : "/" + request.fullPath();
		List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/")));
		if (request.method().name().equals("GET") && segments.equals(List.of("keys", this.name))) {
			return new Answer(200, Map.of("key",
					Map.of("kid", kid(this.versions.size()), "kty", "RSA", "key_ops", List.of("wrapKey", "unwrapKey")),
					"attributes", Map.of("enabled", true)));
		}
		return operate(segments, JSON.readTree(body));
	}

	private Answer operate(List<String> segments, JsonNode body) {
		if (segments.size() != 4 || !segments.get(1).equals(this.name)) {
			return error(404, "KeyNotFound");
		}
		int version = Integer.parseInt(segments.get(2));
		if (!body.path("alg").asString("").equals("RSA-OAEP-256") || version > this.versions.size()) {
			return error(400, "BadParameter");
		}
		boolean wrap = segments.get(3).equals("wrapkey");
		try {
			Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
			KeyPair pair = this.versions.get(version - 1);
			cipher.init(wrap ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, wrap ? pair.getPublic() : pair.getPrivate(),
					OAEP_256);
			byte[] result = cipher.doFinal(Base64.getUrlDecoder().decode(body.path("value").asString("")));
			return new Answer(200, Map.of("kid", kid(version), "value",
					Base64.getUrlEncoder().withoutPadding().encodeToString(result)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return error(400, "BadParameter");
		}
	}

	private String kid(int version) {
		return url() + "/keys/" + this.name + "/" + version;
	}

	private static Answer error(int status, String code) {
		return new Answer(status, Map.of("error", Map.of("code", code, "message", "secret words")));
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
	 * @param body the body
	 */
	private record Answer(int status, Map<String, ?> body) {
	}

}
