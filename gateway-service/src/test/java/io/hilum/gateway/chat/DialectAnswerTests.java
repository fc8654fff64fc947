package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;

import io.hilum.gateway.chat.answer.Relayed;
import io.hilum.gateway.chat.answer.WholeAnswer;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Dialects}: what becomes of whole answers in each.
 */
class DialectAnswerTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final WholeAnswer answers = new WholeAnswer(ChatFixtures.ANSWERS);

	@Test
	void restoresAResponse() {
		JsonNode answer = restore(Endpoint.RESPONSES,
				"""
						{"id":"resp_1","object":"response","status":"completed","error":null,"instructions":"about [NAME_7KQ2]","user":"user-1",
						"output":[{"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"a [NAME_7KQ2]"}],"encrypted_content":"[NAME_7KQ2]"},
						{"id":"fc_1","type":"function_call","call_id":"[NAME_7KQ2]","name":"chart_NAME_1","arguments":"{\\"who\\":\\"[NAME_7KQ2]\\"}"},
						{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"output_text","text":"b [name_7kq2]",
						 "annotations":[{"type":"url_citation","title":"[NAME_7KQ2]"}],"logprobs":[{"token":"[NAME_7KQ2]"}]},{"type":"refusal","refusal":"c [NAME_7KQ2]"}]}],
						"usage":{"input_tokens":1}}""",
				"{\"citations\":[]}");
		assertThat(answer.get("instructions").asString()).isEqualTo("about " + Relayed.NAME);
		assertThat(answer.at("/output/0/summary/0/text").asString()).isEqualTo("a " + Relayed.NAME);
		assertThat(answer.at("/output/0/encrypted_content").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/output/1/call_id").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/output/1/name").asString()).isEqualTo("chart_irma");
		assertThat(JSON.readTree(answer.at("/output/1/arguments").asString()).get("who").asString())
			.isEqualTo(Relayed.NAME);
		assertThat(answer.at("/output/2/content/0/text").asString()).isEqualTo("b " + Relayed.NAME);
		assertThat(answer.at("/output/2/content/0/annotations/0/title").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/output/2/content/0/logprobs/0/token").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/output/2/content/1/refusal").asString()).isEqualTo("c " + Relayed.NAME);
		assertThat(answer.at("/hilum/citations").isArray()).isTrue();
	}

	@Test
	void restoresAMessage() {
		JsonNode answer = restore(Endpoint.MESSAGES,
				"""
						{"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[
						{"type":"thinking","thinking":"a [NAME_7KQ2]","signature":"[NAME_7KQ2]"},{"type":"redacted_thinking","data":"[NAME_7KQ2]"},
						{"type":"text","text":"b [NAME_7KQ2]","citations":[{"type":"char_location","cited_text":"[NAME_7KQ2]","document_title":"[MRN_M4TX]"}]},
						{"type":"tool_use","id":"toolu_1","name":"chart_NAME_1","input":{"type":"[NAME_7KQ2]","id":"[MRN_M4TX]","name":["[NAME_7KQ2]",1,null],"[NAME_7KQ2]":{"of [MRN_M4TX]":2}}}],
						"stop_reason":"tool_use","stop_sequence":"[NAME_7KQ2]","usage":{"input_tokens":1}}""",
				"{\"citations\":[]}");
		assertThat(answer.at("/content/0/thinking").asString()).isEqualTo("a " + Relayed.NAME);
		assertThat(answer.at("/content/0/signature").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/content/1/data").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/content/2/text").asString()).isEqualTo("b " + Relayed.NAME);
		assertThat(answer.at("/content/2/citations/0/cited_text").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/content/2/citations/0/document_title").asString()).isEqualTo("964\n741");
		assertThat(answer.at("/content/3/name").asString()).isEqualTo("chart_irma");
		assertThat(answer.at("/content/3/input/type").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/content/3/input/id").asString()).isEqualTo("964\n741");
		assertThat(answer.at("/content/3/input/name/0").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/content/3/input").get(Relayed.NAME).get("of 964\n741").asInt()).isEqualTo(2);
		assertThat(answer.get("stop_sequence").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/hilum/citations").isArray()).isTrue();
	}

	@Test
	void restoresACompletion() {
		JsonNode answer = restore(Endpoint.COMPLETIONS,
				"{\"object\":\"text_completion\",\"choices\":[{\"text\":\"a [NAME_7KQ2]\",\"index\":0,\"logprobs\":{\"tokens\":[\"[NAME_7KQ2]\"]},\"finish_reason\":\"stop\"},"
						+ "{\"text\":\"[MRN_M4TX]\",\"index\":1,\"finish_reason\":\"stop\"}]}",
				null);
		assertThat(answer.at("/choices/0/text").asString()).isEqualTo("a " + Relayed.NAME);
		assertThat(answer.at("/choices/0/logprobs/tokens/0").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/choices/1/text").asString()).isEqualTo("964\n741");
	}

	@Test
	void restoresThoughtsOfAChat() {
		JsonNode answer = restore(Endpoint.CHAT,
				"{\"choices\":[{\"index\":0,\"message\":{\"content\":null,\"reasoning_content\":\"[NAME_7KQ2]\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"[NAME_7KQ2]\",\"signature\":\"[NAME_7KQ2]\"}],"
						+ "\"audio\":{\"data\":\"AAAA\",\"transcript\":\"[NAME_7KQ2]\"}}}]}",
				null);
		assertThat(answer.at("/choices/0/message/reasoning_content").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/choices/0/message/thinking_blocks/0/thinking").asString()).isEqualTo(Relayed.NAME);
		assertThat(answer.at("/choices/0/message/thinking_blocks/0/signature").asString()).isEqualTo("[NAME_7KQ2]");
		assertThat(answer.at("/choices/0/message/audio/transcript").asString()).isEqualTo(Relayed.NAME);
	}

	@Test
	void leavesNumbersOfTokensAlone() {
		assertThat(restore(Endpoint.COUNT_TOKENS, "{\"input_tokens\":17}", null).get("input_tokens").asInt())
			.isEqualTo(17);
	}

	private JsonNode restore(Endpoint endpoint, String body, @Nullable String hilum) {
		byte[] field = (hilum != null) ? hilum.getBytes(StandardCharsets.UTF_8) : null;
		return JSON.readTree(this.answers.restore(Dialects.of(endpoint), body.getBytes(StandardCharsets.UTF_8),
				Relayed.taken(Form.TEXT), field));
	}

}
