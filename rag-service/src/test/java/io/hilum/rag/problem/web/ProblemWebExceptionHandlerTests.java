package io.hilum.rag.problem.web;

import java.time.Duration;

import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemWebExceptionHandler}.
 */
class ProblemWebExceptionHandlerTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void answersProblemsInOpenAiForm() {
		MockServerWebExchange exchange = handle(RagProblem.of(ProblemCode.COLLECTION_NOT_FOUND, "none", "collections"));
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(body(exchange)).isEqualTo(JSON.readTree("""
				{"error":{"message":"none","type":"invalid_request_error","param":"collections",
				"code":"collection_not_found"}}"""));
		assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isNull();
	}

	@Test
	void saysWhenToTryAgain() {
		MockServerWebExchange exchange = handle(RagProblem.of(ProblemCode.NOT_READY, "loading"));
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
		assertThat(body(exchange).at("/error/param").isNull()).isTrue();
	}

	@Test
	void repeatsNoMessageOfOthers() {
		assertThat(body(handle(new IllegalStateException("Irma Peter"))).toString()).doesNotContain("Irma")
			.contains("internal_error");
		assertThat(body(handle(new ResponseStatusException(HttpStatus.BAD_REQUEST, "Irma Peter"))).toString())
			.doesNotContain("Irma")
			.contains("Bad Request");
	}

	@Test
	void hasACodeForEveryProblem() {
		for (ProblemCode code : ProblemCode.values()) {
			assertThat(code.status()).isBetween(400, 599);
			assertThat(code.wire()).matches("[a-z_]+");
			assertThat(code.type()).endsWith("_error");
		}
	}

	private static MockServerWebExchange handle(Throwable failure) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/collections"));
		new ProblemWebExceptionHandler(JSON).handle(exchange, failure).block(Duration.ofSeconds(60));
		return exchange;
	}

	private static JsonNode body(MockServerWebExchange exchange) {
		return JSON.readTree(exchange.getResponse().getBodyAsString().blockOptional().orElseThrow());
	}

}
