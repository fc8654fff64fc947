package io.hilum.routing.transform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.body.Endpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestTransformation} and {@link AnswerTransformation}.
 */
class TransformTests {

	private static final String BODY = "{ \"model\" : \"m\", \"messages\":[ {\"role\":\"user\",\"content\":\"a,b}]\"} ] ,"
			+ "\"odd\": 1.50e+2 ,\"temperature\":1.9, \"max_completion_tokens\":9000,\"logit_bias\":{\"1\":[2]}}";

	@Test
	void leavesEveryByteThatNoRuleNames() {
		assertThat(apply(Transform.NONE)).isEqualTo(BODY);
		assertThat(apply(rules(Map.of(), Map.of(), Set.of("logit_bias", "none"), null)))
			.isEqualTo("{\"model\" : \"m\",\"messages\":[ {\"role\":\"user\",\"content\":\"a,b}]\"} ],\"odd\": 1.50e+2,"
					+ "\"temperature\":1.9,\"max_completion_tokens\":9000}");
	}

	@Test
	void addsDefaultsWhereTheClientSaysNothing() {
		assertThat(apply(rules(Map.of("temperature", "0.2", "top_p", "0.5"), Map.of(), Set.of(), null)))
			.contains("\"temperature\":1.9", "\"top_p\":0.5")
			.doesNotContain("0.2");
	}

	@Test
	void capsNumbersByAnyNameOfTheLimit() {
		Map<String, BigDecimal> caps = Map.of("temperature", new BigDecimal("1.0"), "max_tokens", new BigDecimal("500"),
				"odd", new BigDecimal("200"));
		assertThat(apply(rules(Map.of(), caps, Set.of(), null))).contains("\"temperature\":1.0",
				"\"max_completion_tokens\":500", "\"odd\": 1.50e+2");
	}

	@Test
	void putsASystemPromptBeforeAllOthers() {
		Transform transform = rules(Map.of(), Map.of(), Set.of(), "Be \"kind\"");
		assertThat(apply(transform))
			.contains("\"messages\":[{\"role\":\"system\",\"content\":\"Be \\\"kind\\\"\"},{\"role\":\"user\"");
		assertThat(apply("{\"model\":\"m\",\"messages\":[]}", Endpoint.CHAT_COMPLETIONS, transform))
			.contains("[{\"role\":\"system\",\"content\":\"Be \\\"kind\\\"\"}]");
		assertThat(apply("{\"instructions\":\"Hi\"}", Endpoint.RESPONSES, transform))
			.isEqualTo("{\"instructions\":\"Be \\\"kind\\\"\\n\\nHi\"}");
		assertThat(apply("{\"system\":null}", Endpoint.MESSAGES, transform))
			.isEqualTo("{\"system\":\"Be \\\"kind\\\"\"}");
		assertThat(apply("{\"system\":[{\"type\":\"text\",\"text\":\"Hi\"}]}", Endpoint.MESSAGES, transform)).isEqualTo(
				"{\"system\":[{\"type\":\"text\",\"text\":\"Be \\\"kind\\\"\"},{\"type\":\"text\",\"text\":\"Hi\"}]}");
	}

	@Test
	void joinsWhatModelRoleAndApplicationSay() {
		Transform model = rules(Map.of("a", "1", "b", "1"), Map.of("n", BigDecimal.TEN), Set.of("x"), "one");
		Transform role = rules(Map.of("b", "2"), Map.of("n", BigDecimal.ONE), Set.of("y"), "two");
		Transform both = new Transforms(Map.of("m", model), Map.of("R", role), Map.of()).of("m", List.of("R"), "app");
		assertThat(both.defaults()).containsEntry("a", "1").containsEntry("b", "2");
		assertThat(both.caps()).containsEntry("n", BigDecimal.ONE);
		assertThat(both.remove()).containsExactlyInAnyOrder("x", "y");
		assertThat(both.system()).isEqualTo("one\n\ntwo");
		assertThat(new Transforms(Map.of("m", model), Map.of(), Map.of()).of("other", List.of("R"), null))
			.isSameAs(Transform.NONE);
	}

	@Test
	void takesFieldsOutOfWholeAnswers() {
		String answer = "{\"id\" : \"1\",\"choices\":[{\"index\":0,\"logprobs\":null},{\"index\":1}],\"usage\":{\"a\":1,\"details\":{}}}";
		assertThat(new String(AnswerTransformation.whole(answer.getBytes(StandardCharsets.UTF_8),
				List.of("choices.logprobs", "usage.details", "none.at.all")), StandardCharsets.UTF_8))
			.isEqualTo("{\"id\" : \"1\",\"choices\":[{\"index\":0},{\"index\":1}],\"usage\":{\"a\":1}}");
	}

	@Test
	void takesFieldsOutOfEvents() {
		String events = "event: x\ndata: {\"a\":1,\"b\":2}\n\ndata: {\"c\": 3}\n\ndata: [DONE]\n\n";
		assertThat(new String(AnswerTransformation.events(events.getBytes(StandardCharsets.UTF_8), List.of("b")),
				StandardCharsets.UTF_8))
			.isEqualTo("event: x\ndata: {\"a\":1}\n\ndata: {\"c\": 3}\n\ndata: [DONE]\n\n");
	}

	private static Transform rules(Map<String, String> defaults, Map<String, BigDecimal> caps, Set<String> remove,
			@Nullable String system) {
		return new Transform(defaults, caps, remove, system, Map.of(), Set.of(), Set.of(), Long.MAX_VALUE,
				Long.MAX_VALUE);
	}

	private static String apply(Transform transform) {
		return apply(BODY, Endpoint.CHAT_COMPLETIONS, transform);
	}

	private static String apply(String body, Endpoint endpoint, Transform transform) {
		return new String(RequestTransformation.apply(body.getBytes(StandardCharsets.UTF_8), endpoint, transform),
				StandardCharsets.UTF_8);
	}

}
