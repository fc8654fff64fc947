package io.hilum.gateway.models.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.loops.http.Bytes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Answers of services as they begin, whatever their status.
 */
final class Answers {

	private Answers() {
	}

	/**
	 * Call a service.
	 * @param call the call
	 * @param unavailable what the client is told if the service does not answer
	 * @return the answer
	 */
	static Mono<ModelAnswer> of(WebClient.RequestHeadersSpec<?> call, GatewayProblem.Unavailable unavailable) {
		return call.retrieve()
			.onStatus((status) -> true, (response) -> Mono.empty())
			.toEntityFlux(DataBuffer.class)
			.map(Answers::answer)
			.onErrorMap((ex) -> !(ex instanceof ProblemException), (ex) -> unavailable.asException());
	}

	private static ModelAnswer answer(ResponseEntity<Flux<DataBuffer>> response) {
		Map<String, String> headers = new TreeMap<>();
		HttpHeaders received = response.getHeaders();
		received.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
		MediaType type = received.getContentType();
		Flux<DataBuffer> body = (response.getBody() != null) ? response.getBody() : Flux.empty();
		return new ModelAnswer(response.getStatusCode().value(), headers,
				MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type), body.map(Bytes::of));
	}

}
