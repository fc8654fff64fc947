package io.hilum.gateway.problem;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemResponse} and {@link Problems}.
 */
class ProblemResponseTests {

	static Stream<Arguments> problems() {
		return Stream.of(Arguments.of(new GatewayProblem.Unauthenticated("c", "m", "r"), 401),
				Arguments.of(new GatewayProblem.Forbidden("c", "m"), 403),
				Arguments.of(new GatewayProblem.NotFound("c", "m"), 404),
				Arguments.of(new GatewayProblem.Invalid("c", "m", "p"), 400),
				Arguments.of(new GatewayProblem.TooLarge(1), 413),
				Arguments.of(new GatewayProblem.MethodNotAllowed(List.of("GET")), 405),
				Arguments.of(new GatewayProblem.UnsupportedMedia("m"), 415),
				Arguments.of(new GatewayProblem.TooManyRequests("c", "m", Duration.ofMillis(1500), Map.of("x-a", "b")),
						429),
				Arguments.of(new GatewayProblem.Unavailable("c", "m"), 503),
				Arguments.of(new GatewayProblem.Internal(), 500));
	}

	@ParameterizedTest
	@MethodSource("problems")
	void tellsEveryProblemInOpenAisForm(GatewayProblem problem, int status) {
		ProblemResponse response = ProblemResponse.of(problem);
		assertThat(response.status()).isEqualTo(status);
		JsonNode body = JsonMapper.shared().readTree(response.body());
		assertThat(body.propertyNames()).containsExactly("error");
		assertThat(body.get("error").propertyNames()).containsExactly("message", "type", "param", "code");
		assertThat(body.at("/error/code").asString()).isEqualTo(problem.code());
	}

	@Test
	void saysWhenToTryAgain() {
		ProblemResponse response = ProblemResponse
			.of(new GatewayProblem.TooManyRequests("c", "m", Duration.ofMillis(1500), Map.of("x-a", "b")));
		assertThat(response.headers()).containsEntry("retry-after", "2")
			.containsEntry("retry-after-ms", "1500")
			.containsEntry("x-should-retry", "true")
			.containsEntry("x-a", "b");
	}

	@Test
	void passesTheRefusalOfAServiceOn() {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		ProblemResponse response = ProblemResponse.of(new GatewayProblem.PassedOn("c", 418, body));
		assertThat(response.status()).isEqualTo(418);
		assertThat(response.body()).isSameAs(body);
	}

	@Test
	void keepsTheReasonOfARefusedLoginFromTheClient() {
		ProblemResponse response = ProblemResponse
			.of(new GatewayProblem.Unauthenticated("invalid_api_key", "not valid", "key_revoked"));
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("revoked");
	}

	@Test
	void findsTheProblemBehindAnException() {
		assertThat(Problems.from(new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.isInstanceOf(GatewayProblem.NotFound.class);
		assertThat(Problems.from(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE)))
			.isInstanceOf(GatewayProblem.TooLarge.class);
		assertThat(Problems.from(new ConnectException("secret"))).isInstanceOf(GatewayProblem.Unavailable.class);
		assertThat(Problems.from(new IllegalStateException("secret"))).isInstanceOf(GatewayProblem.Internal.class);
	}

	@Test
	void namesNoLimitAndNoMethodThatItDoesNotKnow() {
		assertThat(text(new GatewayProblem.TooLarge(0))).contains("larger than what this path takes")
			.doesNotContain("0");
		assertThat(text(new GatewayProblem.TooLarge(10))).contains("the 10 bytes");
		assertThat(text(new GatewayProblem.MethodNotAllowed(List.of()))).contains("does not take this method");
		assertThat(text(new GatewayProblem.MethodNotAllowed(List.of("GET", "DELETE"))))
			.contains("takes GET and DELETE");
	}

	private static String text(GatewayProblem problem) {
		return new String(ProblemResponse.of(problem).body(), StandardCharsets.UTF_8);
	}

}
