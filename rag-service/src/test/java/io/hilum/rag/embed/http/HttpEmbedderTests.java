package io.hilum.rag.embed.http;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbedderContract;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpEmbedder} against a scrubber and a router that only know the wire.
 */
class HttpEmbedderTests extends EmbedderContract {

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

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	@Override
	protected Embedder embedder() {
		ContextSigner signer = new ContextSigner("rag-service",
				Map.of("phi-scrubber-service", key("phi-scrubber-service"), "routing-service", key("routing-service")),
				Clock.systemUTC());
		WebClient client = WebClient.create("http://localhost:" + this.server.port());
		return new HttpEmbedder(client, client, signer,
				new EmbedProperties("text-embedding-3-small", "", "", Duration.ofSeconds(5), 16, 1, 1, null));
	}

	@Test
	void sendsOutsideOnlyWhatTheScrubberReturned() {
		embed(TextKind.PASSAGE, PhiText.of("Irma Peter has a stroke"));
		assertThat(this.routed).singleElement().asString().contains("[NAME] has a stroke").doesNotContain("Irma");
	}

	@Test
	void saysToEachServiceInWhichStateTheTextIs() {
		embed(TextKind.QUERY, PhiText.of("Irma Peter"));
		assertThat(this.contexts).extracting(ServiceContext::phi).containsExactly(PhiState.RAW, PhiState.DEIDENTIFIED);
		assertThat(this.contexts.getLast().policyVersion()).isEqualTo("builtin-1");
		assertThat(this.contexts).extracting(ServiceContext::subject).containsOnly(REQUESTER.subject());
	}

	@Test
	void sendsNothingOutsideWithoutTheScrubber() {
		this.scrubberStatus = 503;
		assertThatExceptionOfType(EmbeddingUnavailableException.class)
			.isThrownBy(() -> embed(TextKind.PASSAGE, PhiText.of("Irma Peter")));
		assertThat(this.routed).isEmpty();
	}

	@Test
	void readsTheScrubbersContract() throws Exception {
		try (var example = getClass().getResourceAsStream("/contracts/examples/scrub/response.json")) {
			ScrubbedV1 scrubbed = JSON.readValue(example, ScrubbedV1.class);
			assertThat(scrubbed.policyVersion()).isEqualTo("builtin-1");
			assertThat(scrubbed.texts()).hasSize(2);
			assertThat(scrubbed.counts()).containsEntry("NAME", 2);
		}
	}

	private String scrub(HttpServerRequest request, String body) {
		this.contexts.add(verify(request, "phi-scrubber-service"));
		JsonNode sent = JSON.readTree(body);
		assertThat(sent.get("mode").asString()).isEqualTo("redact");
		List<String> texts = new ArrayList<>();
		sent.get("texts").forEach((text) -> texts.add(text.asString().replace("Irma Peter", "[NAME]")));
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
		ContextVerifier verifier = new ContextVerifier(audience, Map.of("rag-service", key(audience)),
				Clock.systemUTC());
		return verifier.verify(request.requestHeaders().get(ServiceContext.HEADER));
	}

	private static ContextKey key(String audience) {
		return ContextKey.parse(ContextKey.derive(MASTER, "rag-service", audience));
	}

}
