package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.hilum.routing.health.Outcome;
import io.hilum.routing.problem.ProblemBody;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.ProviderFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpstreamProblems}.
 */
class UpstreamProblemsTests {

	@ParameterizedTest
	@CsvSource({ "400,400,IGNORED,false", "413,413,IGNORED,false", "422,422,IGNORED,false", "401,502,DROPPED,true",
			"403,502,DROPPED,true", "404,502,DROPPED,true", "408,502,DROPPED,true", "429,429,DROPPED,true",
			"500,502,DROPPED,true", "503,503,DROPPED,true", "529,503,DROPPED,true" })
	void tellsOutcomesApart(int upstream, int status, Outcome outcome, boolean tryAgain) {
		ProviderFailure failure = ProviderFailure.answered(upstream, "secret".getBytes(StandardCharsets.UTF_8), null);
		assertThat(UpstreamProblems.of(failure).status()).isEqualTo(status);
		assertThat(UpstreamProblems.outcome(failure)).isEqualTo(outcome);
		assertThat(UpstreamProblems.mayTryAgain(failure)).isEqualTo(tryAgain);
		assertThat(new String(ProblemBody.of(UpstreamProblems.of(failure)), StandardCharsets.UTF_8))
			.doesNotContain("secret");
	}

	@Test
	void passesOnWhatAProviderSaysAboutTheRequest() {
		byte[] body = """
				{"error":{"message":"too long","type":"invalid_request_error","param":"messages",\
				"code":"context_length_exceeded"}}""".getBytes(StandardCharsets.UTF_8);
		RoutingProblem problem = UpstreamProblems.of(ProviderFailure.answered(400, body, null));
		assertThat(ProblemBody.of(problem)).isEqualTo(body);
	}

	@Test
	void passesOnWhenToAskAgain() {
		RoutingProblem problem = UpstreamProblems.of(ProviderFailure.answered(429, new byte[0], Duration.ofSeconds(7)));
		assertThat(problem.retryAfter()).contains(Duration.ofSeconds(7));
	}

	@Test
	void neverAsksAgainWhatMayStillBeAtWork() {
		assertThat(UpstreamProblems.mayTryAgain(ProviderFailure.of(ProviderFailure.Kind.TIMEOUT))).isFalse();
		assertThat(UpstreamProblems.mayTryAgain(ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "context_length_exceeded|no|true|false",
			"null|This model's maximum context length is 4096 tokens|true|false",
			"null|prompt is too long: 210000 tokens > 200000 maximum|true|false", "content_filter|no|false|true",
			"content_policy_violation|no|false|true", "invalid_value|no|false|false" })
	void tellsWhatAnotherModelMayTake(String code, String message, boolean tooLong, boolean refused) {
		byte[] body = "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message)
			.getBytes(StandardCharsets.UTF_8);
		ProviderFailure failure = ProviderFailure.answered(400, body, null);
		assertThat(UpstreamProblems.isTooLong(failure)).isEqualTo(tooLong);
		assertThat(UpstreamProblems.isContentRefused(failure)).isEqualTo(refused);
		assertThat(UpstreamProblems.isTooLong(ProviderFailure.answered(500, body, null))).isFalse();
	}

}
