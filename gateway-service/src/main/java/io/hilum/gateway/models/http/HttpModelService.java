package io.hilum.gateway.models.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.models.KeptCall;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.models.ModelCall;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls routing-service. The body of an answer is passed on as it arrives; cancelling it
 * closes the connection, by which routing-service learns that the client has left.
 */
@Component
class HttpModelService implements ModelService {

	private static final GatewayProblem.Unavailable UNAVAILABLE = new GatewayProblem.Unavailable("routing_unavailable",
			"No model can be reached at the moment. Try again shortly");

	private final ServiceCalls routingCalls;

	HttpModelService(ServiceCalls routingCalls) {
		this.routingCalls = routingCalls;
	}

	@Override
	public Mono<ModelAnswer> complete(ModelCall call, ServiceContext context) {
		return answer(this.routingCalls.call(HttpMethod.POST, call.endpoint().path(), context)
			.header("Hilum-Phi-Counts", counts(call.phiCounts()))
			.headers((headers) -> setWishes(headers, call.arrival()))
			.headers((headers) -> setHolder(headers, call.holder()))
			.headers((headers) -> setText(headers, call.besideMedia()))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(call.body()));
	}

	@Override
	public Mono<ModelAnswer> kept(KeptCall call, ServiceContext context) {
		return answer(this.routingCalls.call(HttpMethod.valueOf(call.action().method()), call.path(), context)
			.headers((headers) -> setHolder(headers, call.provider())));
	}

	/** So that routing-service looks once more at the text beside media. */
	private static void setText(HttpHeaders headers, boolean besideMedia) {
		if (besideMedia) {
			headers.set("Hilum-Text", "deidentified");
		}
	}

	private static void setHolder(HttpHeaders headers, @Nullable String holder) {
		if (holder != null) {
			headers.set("Hilum-Provider", holder);
		}
	}

	/**
	 * routing-service ends the call of a provider when the client has given up, gives and
	 * keeps known answers as the client lets it, answers a request once that is sent
	 * twice, and knows which betas are allowed.
	 */
	private static void setWishes(HttpHeaders headers, Arrival arrival) {
		Duration left = arrival.left();
		if (left != null) {
			headers.set("Hilum-Timeout-Ms", Long.toString(left.toMillis()));
		}
		if (arrival.cacheControl() != null) {
			headers.setCacheControl(arrival.cacheControl());
		}
		if (arrival.idempotencyKey() != null) {
			headers.set("Hilum-Idempotency-Key", arrival.idempotencyKey());
		}
		if (!arrival.betas().isEmpty()) {
			headers.set("Hilum-Betas", String.join(",", arrival.betas()));
		}
	}

	@Override
	public Mono<ModelAnswer> models(ServiceContext context) {
		return answer(this.routingCalls.call(HttpMethod.GET, "/v1/models", context));
	}

	private static String counts(Map<String, Integer> counts) {
		return new TreeMap<>(counts).entrySet()
			.stream()
			.map((count) -> count.getKey() + "=" + count.getValue())
			.collect(Collectors.joining(","));
	}

	static Mono<ModelAnswer> answer(WebClient.RequestHeadersSpec<?> call) {
		return Answers.of(call, UNAVAILABLE);
	}

}
