package io.hilum.routing.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.RequestBody;
import io.hilum.routing.problem.RoutingException;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Supposed} and {@link SupposedBody}.
 */
class SupposedTests {

	private static final String CALLER = """
			"caller":{"subject":"s","roles":["Clinician"],"team":"t","purpose":"treatment","phi":"DEIDENTIFIED"}""";

	private final BodyScanner scanner = new BodyScanner(10, 100_000);

	@Test
	void bodyIsAsLongAsItIsSupposedToBe() {
		RequestBody body = body("""
				{"endpoint":"responses","model":"m","stream":true,"max_tokens":70,"service_tier":"flex",\
				"request_bytes":4321,""" + CALLER + "}");
		assertThat(body.length()).isEqualTo(4321);
		assertThat(body.model()).isEqualTo("m");
		assertThat(body.stream()).isTrue();
		assertThat(body.maxTokens()).isEqualTo(70);
		assertThat(body.serviceTier()).isEqualTo("flex");
	}

	@Test
	void everyOperationReadsItsBody() {
		for (String endpoint : new String[] { "chat.completions", "responses", "messages", "messages.count_tokens",
				"completions", "embeddings" }) {
			RequestBody body = body("{\"endpoint\":\"" + endpoint + "\",\"model\":\"m\"," + CALLER + "}");
			assertThat(body.model()).as(endpoint).isEqualTo("m");
			assertThat(body.maxTokens()).as(endpoint).isNull();
			assertThat(body.length()).as(endpoint).isLessThan(20);
		}
	}

	@Test
	void callerIsWhatIsSupposedAndNotWhoAsks() {
		ServiceContext context = read("""
				{"endpoint":"messages","model":"m","caller":{"subject":"s","roles":["A","B"],"team":"t",\
				"application":"app","key_id":"k1","purpose":"payment","phi":"RAW","network":"10.0.0.1",\
				"sign_in":{"second_factor":true,"contexts":["c1"],"at":"2026-01-05T08:00:00Z"}}}""").caller()
			.context("req");
		assertThat(context).isEqualTo(new ServiceContext("req", "s", List.of("A", "B"), "t", "app", "k1", "payment",
				PhiState.RAW, "none", "req")
			.withNetwork("10.0.0.1")
			.withSignIn(new SignIn(true, List.of("c1"), Instant.parse("2026-01-05T08:00:00Z"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "{\"endpoint\":\"chat.completions\",\"model\":\"m\"}",
			"{\"endpoint\":\"chat.completions\",\"model\":\"m\",\"caller\":{\"subject\":\"s\",\"roles\":[]}}",
			"{\"endpoint\":\"chat.completions\",\"model\":\"m\",\"text\":\"Amelia\",\"caller\":null}" })
	void refusesWhatTheContractDoesNotSay(String json) {
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> read(json))
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("invalid_body"));
	}

	@Test
	void refusesOperationsThatThereAreNot() {
		Supposed unknown = read("{\"endpoint\":\"images\",\"model\":\"m\"," + CALLER + "}");
		assertThatExceptionOfType(RoutingException.class).isThrownBy(unknown::operation)
			.satisfies((refusal) -> assertThat(refusal.problem().param()).isEqualTo("endpoint"));
	}

	private RequestBody body(String json) {
		Supposed supposed = read(json);
		return this.scanner.scan(SupposedBody.of(supposed), supposed.operation());
	}

	private static Supposed read(String json) {
		return Supposed.read(json.getBytes(StandardCharsets.UTF_8));
	}

}
