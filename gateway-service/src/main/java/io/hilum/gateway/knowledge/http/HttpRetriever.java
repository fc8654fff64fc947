package io.hilum.gateway.knowledge.http;

import java.util.List;

import io.hilum.gateway.knowledge.KnowledgeProperties;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.knowledge.Retriever;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Calls rag-service. Its refusals, such as a collection that the caller may not read, are
 * passed on.
 */
@Component
class HttpRetriever implements Retriever {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceCalls ragCalls;

	private final KnowledgeProperties properties;

	HttpRetriever(ServiceCalls ragCalls, KnowledgeProperties properties) {
		this.ragCalls = ragCalls;
		this.properties = properties;
	}

	@Override
	public Mono<List<Passage>> search(ServiceContext context, List<String> collections, PhiText query) {
		String text = query.reveal();
		String cut = text.substring(0, Math.min(text.length(), this.properties.maxQuery()));
		return this.ragCalls.call(HttpMethod.POST, "/v1/search", context)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsBytes(new SearchRequestV1(collections, cut, this.properties.passages())))
			.exchangeToMono((response) -> response.toEntity(byte[].class))
			.map(HttpRetriever::passages)
			.onErrorMap((ex) -> !(ex instanceof ProblemException), (ex) -> unavailable());
	}

	private static List<Passage> passages(ResponseEntity<byte[]> response) {
		byte[] body = response.getBody();
		if (body == null || response.getStatusCode().is5xxServerError()) {
			throw unavailable();
		}
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new GatewayProblem.PassedOn("search_refused", response.getStatusCode().value(), body).asException();
		}
		return JSON.readValue(body, SearchResponseV1.class).toPassages();
	}

	private static ProblemException unavailable() {
		return new GatewayProblem.Unavailable("knowledge_unavailable",
				"The collections cannot be searched at the moment, so the question is not answered without them. Try again shortly")
			.asException();
	}

}
