package io.hilum.rag.embed.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scrubber and a router that only know the wire. The scrubber knows one name.
 */
public final class OutsideWorld implements AutoCloseable {

	/**
	 * The name that the scrubber cuts out.
	 */
	public static final String NAME = "Irma Peter";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int DIMENSIONS = 512;

	private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

	private final List<String> routed = new CopyOnWriteArrayList<>();

	private final List<ServiceContext> contexts = new CopyOnWriteArrayList<>();

	private volatile int scrubberStatus = 200;

	private final DisposableServer server = HttpServer.create()
		.port(0)
		.route((routes) -> routes
			.post("/v1/scrub",
					(request, response) -> response.status(this.scrubberStatus)
						.header("content-type", "application/json")
						.sendString(body(request).map((body) -> scrub(request, body))))
			.post("/v1/embeddings",
					(request, response) -> response.header("content-type", "application/json")
						.sendString(body(request).map((body) -> embeddings(request, body)))))
		.bindNow();

	/**
	 * Where both are.
	 * @return a URL
	 */
	public String url() {
		return "http://localhost:" + this.server.port();
	}

	/**
	 * The key that rag-service shares with one of them.
	 * @param audience its name
	 * @return the key in Base64
	 */
	public static String key(String audience) {
		return ContextKey.derive(MASTER, "rag-service", audience);
	}

	/**
	 * What was sent outside.
	 * @return the bodies
	 */
	public List<String> routed() {
		return this.routed;
	}

	List<ServiceContext> contexts() {
		return this.contexts;
	}

	void breakScrubber() {
		this.scrubberStatus = 503;
	}

	private String scrub(HttpServerRequest request, String body) {
		this.contexts.add(verify(request, "phi-scrubber-service"));
		JsonNode sent = JSON.readTree(body);
		assertThat(sent.get("mode").asString()).isEqualTo("redact");
		List<String> texts = new ArrayList<>();
		sent.get("texts").forEach((text) -> texts.add(text.asString().replace(NAME, "[NAME]")));
		return JSON.writeValueAsString(Map.of("policyVersion", "builtin-1", "texts", texts, "pseudonyms", Map.of(),
				"counts", Map.of("NAME", 1)));
	}

	private String embeddings(HttpServerRequest request, String body) {
		this.contexts.add(verify(request, "routing-service"));
		this.routed.add(body);
		assertThat(request.requestHeaders().get("Hilum-Phi-Counts")).isEqualTo("NAME=1");
		JsonNode input = JSON.readTree(body).get("input");
		List<Map<String, Object>> data = new ArrayList<>();
		for (int i = input.size() - 1; i >= 0; i--) {
			data.add(Map.of("index", i, "object", "embedding", "embedding", words(input.get(i).asString())));
		}
		return JSON.writeValueAsString(Map.of("object", "list", "data", data));
	}

	private static float[] words(String text) {
		float[] vector = new float[DIMENSIONS];
		vector[0] = 0.1f;
		for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
			vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += word.length();
		}
		return vector;
	}

	private static Mono<String> body(HttpServerRequest request) {
		return request.receive().aggregate().asString();
	}

	private static ServiceContext verify(HttpServerRequest request, String audience) {
		ContextVerifier verifier = new ContextVerifier(audience, Map.of("rag-service", ContextKey.parse(key(audience))),
				Clock.systemUTC());
		return verifier.verify(request.requestHeaders().get(ServiceContext.HEADER));
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
