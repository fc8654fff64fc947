package io.hilum.rag.embed.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.rag.embed.UnitVector;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Vectors from a deployment outside. Every text passes phi-scrubber-service first and
 * what identifies a patient is cut out, not replaced by a pseudonym: a vector has no use
 * for it. Without the scrubber nothing leaves.
 */
class HttpEmbedder implements Embedder {

	private static final String SCRUBBER = "phi-scrubber-service";

	private static final String ROUTING = "routing-service";

	private static final float MIN_SIMILARITY = 0.2f;

	private final WebClient scrubber;

	private final WebClient routing;

	private final ContextSigner signer;

	private final String model;

	private final Duration timeout;

	private final float minSimilarity;

	HttpEmbedder(WebClient scrubber, WebClient routing, ContextSigner signer, EmbedProperties properties) {
		this.scrubber = scrubber;
		this.routing = routing;
		this.signer = signer;
		this.model = properties.model();
		this.timeout = properties.timeout();
		this.minSimilarity = properties.minSimilarityOr(MIN_SIMILARITY);
	}

	@Override
	public String model() {
		return this.model;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public float minSimilarity() {
		return this.minSimilarity;
	}

	@Override
	public Mono<List<float[]>> embed(List<PhiText> texts, TextKind kind, ServiceContext requester) {
		if (texts.isEmpty()) {
			return Mono.just(List.of());
		}
		return scrub(texts, requester).flatMap((scrubbed) -> vectors(scrubbed, texts.size(), requester))
			.timeout(this.timeout)
			.onErrorMap((ex) -> !(ex instanceof EmbeddingUnavailableException), (
					ex) -> new EmbeddingUnavailableException("embedding failed with " + ex.getClass().getSimpleName()));
	}

	private Mono<ScrubbedV1> scrub(List<PhiText> texts, ServiceContext requester) {
		ScrubV1 body = new ScrubV1("redact", texts.stream().map(PhiText::reveal).toList());
		ServiceContext raw = requester.withPhi(PhiState.RAW, requester.policyVersion());
		return this.scrubber.post()
			.uri("/v1/scrub")
			.header(ServiceContext.HEADER, this.signer.sign(raw, SCRUBBER))
			.bodyValue(body)
			.retrieve()
			.bodyToMono(ScrubbedV1.class)
			.filter((scrubbed) -> scrubbed.texts().size() == texts.size())
			.switchIfEmpty(Mono.error(() -> new EmbeddingUnavailableException("the scrubber lost texts")))
			.onErrorMap(WebClientException.class, (ex) -> new EmbeddingUnavailableException("the scrubber refuses"));
	}

	private Mono<List<float[]>> vectors(ScrubbedV1 scrubbed, int expected, ServiceContext requester) {
		// The collection names this model and not the requester, whose key may be for
		// others.
		ServiceContext clean = requester.withPhi(PhiState.DEIDENTIFIED, scrubbed.policyVersion())
			.withModels(ModelScope.ALL);
		return this.routing.post()
			.uri("/v1/embeddings")
			.header(ServiceContext.HEADER, this.signer.sign(clean, ROUTING))
			.header("Hilum-Phi-Counts", counts(scrubbed.counts()))
			.bodyValue(new EmbeddingsV1(this.model, scrubbed.texts(), "float"))
			.retrieve()
			.bodyToMono(VectorsV1.class)
			.filter((answer) -> answer.data().size() == expected)
			.switchIfEmpty(Mono.error(() -> new EmbeddingUnavailableException("vectors are missing")))
			.map(HttpEmbedder::inOrder)
			.onErrorMap(WebClientException.class, (ex) -> new EmbeddingUnavailableException("routing refuses"));
	}

	private static List<float[]> inOrder(VectorsV1 answer) {
		return answer.data()
			.stream()
			.sorted(Comparator.comparingInt(VectorV1::index))
			.map((vector) -> UnitVector.of(vector.embedding()))
			.toList();
	}

	private static String counts(Map<String, Integer> counts) {
		return counts.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.sorted()
			.collect(Collectors.joining(","));
	}

}
