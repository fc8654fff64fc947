package io.hilum.routing.completion;

import java.util.Map;
import java.util.function.Supplier;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.cache.CacheUse;
import io.hilum.routing.cache.SingleTurn;
import io.hilum.trust.context.ModelScope;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures questions by an embeddings model of the catalogue, as a request of the caller:
 * roles, policies, agreements and budgets hold for it as for any other, and it has a
 * usage event of its own. The catalogue names that model and not the caller, whose key
 * may be for others.
 */
final class Measure {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Supplier<CompletionPipeline> pipeline;

	private final BodyScanner scanner;

	Measure(Supplier<CompletionPipeline> pipeline, CompletionProperties properties) {
		this.pipeline = pipeline;
		this.scanner = new BodyScanner(properties.maxDepth(), (int) properties.maxBody().toBytes());
	}

	Mono<float[]> of(SingleTurn question, CompletionRequest asked, String model) {
		byte[] body = JSON.writeValueAsBytes(Map.of("model", model, "input", question.text()));
		CompletionRequest request = new CompletionRequest(Endpoint.EMBEDDINGS,
				this.scanner.scan(body, Endpoint.EMBEDDINGS), asked.caller().withModels(ModelScope.ALL), Map.of(),
				asked.traceParent(), asked.timeout(), CacheUse.ANY, null);
		return this.pipeline.get().complete(request, (head) -> {
		}).next().mapNotNull(Measure::vector);
	}

	private static float[] vector(byte[] answer) {
		JsonNode numbers = JSON.readTree(answer).path("data").path(0).path("embedding");
		float[] vector = new float[numbers.size()];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = (float) numbers.path(i).asDouble(Double.NaN);
		}
		return vector;
	}

}
