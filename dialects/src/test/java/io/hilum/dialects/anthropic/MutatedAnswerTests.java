package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.json.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an answer has where, it is read as far as it can be, or is broken; no other
 * exception comes.
 */
class MutatedAnswerTests {

	private static final String MESSAGE = """
			{"id":"msg_1","model":"m","content":[{"type":"thinking","thinking":"t","signature":"s"},
			{"type":"redacted_thinking","data":"d"},{"type":"text","text":"t","citations":[{"type":"page_location",
			"document_index":0}]},{"type":"tool_use","id":"i","name":"n","input":{"a":1}}],"stop_reason":"tool_use",
			"stop_details":{"type":"refusal","explanation":"e"},"usage":{"input_tokens":1,"output_tokens":2,
			"cache_read_input_tokens":3,"output_tokens_details":{"thinking_tokens":1}}}""";

	private static final String[] EVENTS = {
			"{\"type\":\"message_start\",\"message\":{\"id\":\"i\",\"model\":\"m\",\"usage\":{\"input_tokens\":1}}}",
			"{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"a\",\"citations\":[{\"url\":\"https://x\"}]}}",
			"{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"citations_delta\",\"citation\":{\"url\":\"https://x\",\"title\":\"t\"}}}",
			"{\"type\":\"content_block_stop\",\"index\":0}",
			"{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}}",
			"{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"a\"}}",
			"{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"a\"}}",
			"{\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"redacted_thinking\",\"data\":\"d\"}}",
			"{\"type\":\"content_block_start\",\"index\":3,\"content_block\":{\"type\":\"tool_use\",\"id\":\"i\",\"name\":\"n\",\"input\":{\"a\":1}}}",
			"{\"type\":\"content_block_delta\",\"index\":3,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}}",
			"{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_details\":{\"explanation\":\"e\"}},\"usage\":{\"output_tokens\":1}}",
			"{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"m\"}}",
			"{\"type\":\"message_stop\"}" };

	private final StreamTranslation translation = Requests.translate(Requests.hello(""));

	@Property(tries = 1000)
	void wholeAnswerIsReadOrBroken(@ForAll @IntRange(max = 500) int place, @ForAll @IntRange(max = 12) int value) {
		ObjectNode message = (ObjectNode) Json.mapper().readTree(MESSAGE);
		Mutations.replace(message, place, value);
		try {
			assertThat(Json.readAnswer(this.translation.answer(Json.write(message))).path("choices").size()).isOne();
		}
		catch (BrokenAnswerException ex) {
			assertThat(ex).hasMessage("An answer has no content");
		}
	}

	@Property(tries = 1500)
	void eventIsReadWhateverItHas(@ForAll @IntRange(max = 12) int mutated, @ForAll @IntRange(max = 20) int place,
			@ForAll @IntRange(max = 12) int value) {
		AnswerStream stream = this.translation.stream();
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < EVENTS.length; i++) {
			ObjectNode event = (ObjectNode) Json.mapper().readTree(EVENTS[i]);
			if (i == mutated) {
				Mutations.replace(event, place, value);
			}
			if (i != 11 || mutated == 11) {
				all.append(text(stream.accept(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8))));
			}
		}
		all.append(text(stream.end()));
		assertThat(all.indexOf("\"id\":null")).isNegative();
	}

	@Property(tries = 300)
	void errorIsOneWhateverItHas(@ForAll @IntRange(max = 12) int place, @ForAll @IntRange(max = 12) int value) {
		ObjectNode error = (ObjectNode) Json.mapper().readTree(EVENTS[11]);
		Mutations.replace(error, place, value);
		assertThat(Json.readAnswer(this.translation.error(500, Json.write(error)))
			.path("error")
			.path("message")
			.isString()).isTrue();
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
