package io.hilum.routing.telemetry;

import java.util.function.Supplier;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.TokenCounts;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * Observes each call of a deployment by the GenAI semantic conventions of OpenTelemetry:
 * a client span named after operation and model, and the timer
 * {@code gen_ai.client.operation.duration}. Never text.
 */
public final class GenAiObservations {

	private static final String NAME = "gen_ai.client.operation.duration";

	private final ObservationRegistry registry;

	public GenAiObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Observe a call.
	 * @param endpoint the operation
	 * @param candidate the deployment that is called
	 * @param call the call
	 * @param usage the tokens it used, as far as they are known when it ends
	 * @return the same call, observed
	 */
	public Flux<byte[]> observe(Endpoint endpoint, Candidate candidate, Flux<byte[]> call,
			Supplier<@Nullable TokenCounts> usage) {
		if (this.registry.isNoop()) {
			return call;
		}
		return Flux.deferContextual((context) -> {
			Observation observation = start(endpoint, candidate, context);
			return call.doOnError(observation::error).doFinally((signal) -> stop(observation, usage.get()));
		});
	}

	private Observation start(Endpoint endpoint, Candidate candidate, ContextView context) {
		String model = candidate.deployment().model();
		Observation observation = Observation.createNotStarted(NAME, this.registry)
			.contextualName(endpoint.operation() + " " + model)
			.lowCardinalityKeyValue("gen_ai.operation.name", endpoint.operation())
			.lowCardinalityKeyValue("gen_ai.provider.name", candidate.deployment().provider().id())
			.lowCardinalityKeyValue("gen_ai.request.model", model);
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		return ((parent != null) ? observation.parentObservation(parent) : observation).start();
	}

	private static void stop(Observation observation, @Nullable TokenCounts usage) {
		Throwable error = observation.getContext().getError();
		observation.lowCardinalityKeyValue("error.type",
				(error instanceof ProviderFailure failure) ? failure.kind().name() : "none");
		if (usage != null) {
			observation.highCardinalityKeyValue("gen_ai.usage.input_tokens", Long.toString(usage.totalInput()));
			observation.highCardinalityKeyValue("gen_ai.usage.output_tokens", Long.toString(usage.totalOutput()));
		}
		observation.stop();
	}

}
