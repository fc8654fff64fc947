package io.hilum.routing.provider.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SandboxProvider}.
 */
class SandboxProviderTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String CHAT = """
			{"model":"sandbox","messages":[{"role":"system","content":"Be kind."},
			{"role":"user","content":[{"type":"text","text":"Who is [NAME_7KQ2]?"}]}]%s}""";

	private final SandboxProvider sandbox = new SandboxProvider(
			new SandboxProperties(Duration.ZERO, DataSize.ofMegabytes(1)),
			Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC));

	@Test
	void repeatsWhatReachedIt() {
		JsonNode answer = JSON.readTree(call(CHAT.formatted(""), false).getFirst());
		assertThat(answer.path("choices").get(0).path("message").path("content").asString())
			.isEqualTo("The sandbox saw this text: Who is [NAME_7KQ2]?\n(2 messages, 5 words; no model was called)");
		assertThat(answer.path("usage").path("prompt_tokens").asInt()).isEqualTo(5);
		assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(16);
	}

	@Test
	void runsTheErrandOfAnAgentAndUnderstandsNothing() {
		String tools = """
				,"tools":[{"type":"function","function":{"name":"lookup","parameters":{"type":"object",
				"required":["query"],"properties":{"query":{"type":"string"}}}}},
				{"type":"function","function":{"name":"submit_codes","parameters":{"type":"object",
				"required":["codes","not_found"],"properties":{"codes":{"type":"array","items":{"type":"object",
				"required":["code","sentence"],"properties":{"code":{"type":"string"},"sentence":{"type":"string"}}}},
				"not_found":{"type":"array","items":{"type":"string"}}}}}}]""";
		JsonNode first = JSON.readTree(call(CHAT.formatted(tools), false).getFirst());
		assertThat(first.at("/choices/0/finish_reason").asString()).isEqualTo("tool_calls");
		assertThat(first.at("/choices/0/message/tool_calls/0/function/name").asString()).isEqualTo("lookup");
		assertThat(first.at("/choices/0/message/tool_calls/0/function/arguments").asString())
			.isEqualTo("{\"query\":\"Who is [NAME_7KQ2]?\"}");
		String seen = CHAT.replace("}]}]", "}]},{\"role\":\"tool\",\"content\":\"{\\\"code\\\":\\\"I10\\\"}\"}]");
		List<String> events = call(seen.formatted(tools + ",\"stream\":true"), true);
		JsonNode handedIn = JSON.readTree(JSON.readTree(events.get(1).substring(6))
			.at("/choices/0/delta/tool_calls/0/function/arguments")
			.asString());
		assertThat(handedIn.at("/codes/0/code").asString()).isEqualTo("I10");
		assertThat(handedIn.at("/codes/0/sentence").asString()).isEqualTo("Who is [NAME_7KQ2]?");
		assertThat(handedIn.at("/not_found/0").asString()).startsWith("The sandbox is no model");
	}

	@Test
	void streamsTheSameWordByWord() {
		List<String> events = call(CHAT.formatted(",\"stream\":true"), true);
		StringBuilder text = new StringBuilder();
		events.subList(0, events.size() - 1)
			.forEach((event) -> text.append(JSON.readTree(event.substring(6))
				.path("choices")
				.path(0)
				.path("delta")
				.path("content")
				.asString("")));
		assertThat(text)
			.hasToString("The sandbox saw this text: Who is [NAME_7KQ2]?\n(2 messages, 5 words; no model was called)");
		assertThat(events.getLast()).isEqualTo("data: [DONE]\n\n");
		assertThat(events).hasSize(16 + 4);
	}

	@Test
	void keepsToTheLimitOfTokens() {
		JsonNode answer = JSON.readTree(call(CHAT.formatted(",\"max_tokens\":3"), false).getFirst());
		assertThat(answer.path("choices").get(0).path("message").path("content").asString())
			.isEqualTo("The sandbox saw");
		assertThat(answer.path("choices").get(0).path("finish_reason").asString()).isEqualTo("length");
	}

	@Test
	void embedsTextsThatShareWordsNearEachOther() {
		String body = "{\"model\":\"sandbox\",\"input\":[\"stroke and statin\",\"statin after stroke\",\"left foot\"]}";
		ProviderCall call = new ProviderCall("id", Endpoint.EMBEDDINGS, "sandbox",
				body.getBytes(StandardCharsets.UTF_8), false, null);
		JsonNode answer = JSON.readTree(this.sandbox.call(call).blockFirst());
		JsonNode data = answer.path("data");
		assertThat(data).hasSize(3);
		assertThat(similarity(data.get(0), data.get(1))).isGreaterThan(similarity(data.get(0), data.get(2)));
		assertThat(similarity(data.get(0), data.get(0))).isBetween(0.999, 1.001);
	}

	private static double similarity(JsonNode one, JsonNode two) {
		double sum = 0;
		for (int i = 0; i < one.path("embedding").size(); i++) {
			sum += one.path("embedding").get(i).asDouble() * two.path("embedding").get(i).asDouble();
		}
		return sum;
	}

	private List<String> call(String body, boolean stream) {
		ProviderCall call = new ProviderCall("id", Endpoint.CHAT_COMPLETIONS, "sandbox",
				body.getBytes(StandardCharsets.UTF_8), stream, null);
		List<String> parts = this.sandbox.call(call)
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.collectList()
			.block(Duration.ofSeconds(60));
		return (parts != null) ? parts : List.of();
	}

}
