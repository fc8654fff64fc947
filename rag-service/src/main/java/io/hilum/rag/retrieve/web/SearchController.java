package io.hilum.rag.retrieve.web;

import java.util.List;
import java.util.Objects;

import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.rag.retrieve.Question;
import io.hilum.rag.retrieve.RetrieveProperties;
import io.hilum.rag.retrieve.Retriever;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code POST /v1/search}.
 */
@RestController
class SearchController {

	private final Retriever retriever;

	private final RetrieveProperties properties;

	SearchController(Retriever retriever, RetrieveProperties properties) {
		this.retriever = retriever;
		this.properties = properties;
	}

	@PostMapping("/v1/search")
	Mono<PassagesV1> search(@RequestBody SearchV1 request, ServerWebExchange exchange) {
		return this.retriever.search(question(request), ContextWebFilter.contextOf(exchange)).map(PassagesV1::of);
	}

	private Question question(SearchV1 request) {
		List<String> collections = Objects.requireNonNullElse(request.collections(), List.<String>of())
			.stream()
			.filter(Objects::nonNull)
			.toList();
		if (collections.isEmpty() || collections.size() > this.properties.maxCollections()) {
			throw invalid("collections must have 1 to " + this.properties.maxCollections() + " names", "collections");
		}
		String query = Objects.requireNonNullElse(request.query(), "");
		if (query.isBlank() || query.length() > this.properties.maxQuery()) {
			throw invalid("query must have 1 to " + this.properties.maxQuery() + " characters", "query");
		}
		int limit = Objects.requireNonNullElse(request.limit(), Question.DEFAULT_LIMIT);
		if (limit < 1 || limit > Question.MAX_LIMIT) {
			throw invalid("limit must be from 1 to " + Question.MAX_LIMIT, "limit");
		}
		return new Question(collections, PhiText.of(query), limit);
	}

	private static RagProblem invalid(String message, String param) {
		return RagProblem.of(ProblemCode.INVALID_REQUEST, message, param);
	}

}
