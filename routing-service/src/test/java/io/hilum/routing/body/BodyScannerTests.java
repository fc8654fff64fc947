package io.hilum.routing.body;

import java.nio.charset.StandardCharsets;

import io.hilum.routing.problem.RoutingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BodyScanner} and {@link RequestBody}.
 */
class BodyScannerTests {

	private static final BodyScanner SCANNER = new BodyScanner(20, 1 << 20);

	@Test
	void findsWhatRoutingMustKnow() {
		RequestBody body = scan("""
				{"messages":[{"model":"inner"}],"n":3,"stream":true,"model":"gpt","max_tokens":7,
				 "stream_options":{"include_usage":true}}""");
		assertThat(body.model()).isEqualTo("gpt");
		assertThat(body.stream()).isTrue();
		assertThat(body.usageAsked()).isTrue();
		assertThat(body.choices()).isEqualTo(3);
		assertThat(body.maxTokens()).isEqualTo(7);
	}

	@Test
	void hasDefaultsForWhatIsAbsentOrNull() {
		RequestBody body = scan("{\"model\":\"m\",\"stream\":null,\"n\":null,\"max_tokens\":null}");
		assertThat(body.stream()).isFalse();
		assertThat(body.choices()).isOne();
		assertThat(body.maxTokens()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[]", "\"model\"", "{}", "{\"model\":\"\"}", "{\"model\":7}",
			"{\"model\":\"m\"", "{\"model\":\"m\"} {}", "{\"model\":\"m\",}", "{\"model\":\"m\",\"model\":\"n\"}",
			"{\"model\":\"m\",\"a\":{\"b\":1,\"b\":2}}", "{\"model\":\"m\",\"stream\":\"yes\"}",
			"{\"model\":\"m\",\"n\":0}", "{\"model\":\"m\",\"n\":129}", "{\"model\":\"m\",\"n\":1.5}",
			"{\"model\":\"m\",\"max_tokens\":-1}", "{\"model\":\"m\",\"max_tokens\":99999999999}",
			"{\"model\":\"m\",\"max_tokens\":\"7\"}", "{\"model\":\"m\",\"stream_options\":[]}",
			"{\"model\":\"m\",\"stream_options\":{\"include_usage\":1}}", "\uFEFF{\"model\":\"m\"}",
			"{\"model\":\"m\",\"a\":NaN}" })
	void refusesWhatTheApiDoesNotSay(String body) {
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> scan(body))
			.satisfies((refusal) -> assertThat(refusal.problem().status()).isEqualTo(400));
	}

	@Test
	void refusesOtherEncodings() {
		byte[] wide = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_16LE);
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> SCANNER.scan(wide, Endpoint.CHAT_COMPLETIONS));
		byte[] broken = "{\"model\":\"m?\"}".getBytes(StandardCharsets.UTF_8);
		broken[11] = (byte) 0xC3;
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> SCANNER.scan(broken, Endpoint.CHAT_COMPLETIONS));
	}

	@Test
	void refusesDepthBeforeItHurts() {
		String deep = "{\"model\":\"m\",\"a\":" + "[".repeat(100_000);
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> scan(deep))
			.satisfies((refusal) -> assertThat(refusal.problem().message()).contains("nests too deeply"));
	}

	@Test
	void neverQuotesTheBody() {
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> scan("{\"model\":\"m\",\"Irma Peter\":1,\"Irma Peter\":2}"))
			.satisfies((refusal) -> assertThat(refusal.problem().message()).doesNotContain("Irma"));
		assertThat(scan("{\"model\":\"m\",\"messages\":\"Irma\"}").toString()).doesNotContain("Irma");
	}

	@Test
	void changesNothingButWhatAnEditNames() {
		String body = "{ \"b\" : 1.50, \"model\":\"x\" , \"u\":\"\\u00e9é\" }";
		assertThat(edited(body, new BodyEdits("a\"b", null, "max_tokens")))
			.isEqualTo("{ \"b\" : 1.50, \"model\":\"a\\\"b\" , \"u\":\"\\u00e9é\" }");
	}

	@Test
	void limitsOutputWhereTheClientDidOrTheProviderExpectsIt() {
		assertThat(edited("{\"model\":\"m\"}", new BodyEdits("m", 9, "max_completion_tokens")))
			.isEqualTo("{\"max_completion_tokens\":9,\"model\":\"m\"}");
		assertThat(edited("{\"max_tokens\":100 ,\"model\":\"m\",\"max_completion_tokens\":null}",
				new BodyEdits("m", 9, "max_tokens")))
			.isEqualTo("{\"max_tokens\":9 ,\"model\":\"m\",\"max_completion_tokens\":9}");
	}

	@Test
	void asksForUsageInAStream() {
		BodyEdits none = new BodyEdits("m", null, "max_tokens");
		String asked = "\"stream_options\":{\"include_usage\":true}";
		assertThat(edited("{\"model\":\"m\",\"stream\":true}", none))
			.isEqualTo("{" + asked + ",\"model\":\"m\",\"stream\":true}");
		assertThat(edited("{\"model\":\"m\",\"stream\":true,\"stream_options\":null}", none))
			.isEqualTo("{\"model\":\"m\",\"stream\":true," + asked + "}");
		assertThat(edited("{\"model\":\"m\",\"stream\":true,\"stream_options\":{ }}", none))
			.isEqualTo("{\"model\":\"m\",\"stream\":true," + asked + "}");
		assertThat(edited("{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":false}}", none))
			.isEqualTo("{\"model\":\"m\",\"stream\":true," + asked + "}");
		assertThat(edited("{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"x\":1}}", none))
			.isEqualTo("{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true,\"x\":1}}");
		assertThat(edited("{\"model\":\"m\"}", none)).isEqualTo("{\"model\":\"m\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"hilum\":{\"a\":[1]},\"model\":\"m\"}", "{\"model\":\"m\",\"hilum\":{\"a\":\"}\"}}",
			"{\"model\":\"m\" , \"hilum\" : \"x\" }", "{\"model\":\"m\",\"hilum\":null}",
			"{\"hilum\":12 ,\"model\":\"m\"}" })
	void neverForwardsHilumsOwnField(String body) {
		String sent = edited(body, new BodyEdits("m", null, "max_tokens"));
		assertThat(sent).doesNotContain("hilum");
		assertThat(scan(sent).model()).isEqualTo("m");
	}

	private static RequestBody scan(String body) {
		return SCANNER.scan(body.getBytes(StandardCharsets.UTF_8), Endpoint.CHAT_COMPLETIONS);
	}

	private static String edited(String body, BodyEdits edits) {
		return new String(scan(body).with(edits), StandardCharsets.UTF_8);
	}

}
