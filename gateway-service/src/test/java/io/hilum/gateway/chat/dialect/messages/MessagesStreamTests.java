package io.hilum.gateway.chat.dialect.messages;

import java.util.List;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.chat.answer.Relayed;
import io.hilum.gateway.chat.answer.StreamOutcome;
import io.hilum.gateway.phi.Form;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessagesWalk} and {@link MessagesForm}: what becomes of the events of
 * Anthropic's messages.
 */
class MessagesStreamTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Example
	void restoresEachBlockForItself() {
		Relayed relayed = relay(start() + block(0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}")
				+ delta(0, "thinking_delta", "thinking", "is it [NA")
				+ delta(0, "thinking_delta", "thinking", "ME_7KQ2]?")
				+ delta(0, "signature_delta", "signature", "[NAME_7KQ2]") + stop(0)
				+ block(1, "{\"type\":\"text\",\"text\":\"\"}") + delta(1, "text_delta", "text", "yes, [MRN_")
				+ delta(1, "text_delta", "text", "M4TX]") + stop(1) + end());
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.COMPLETE);
		assertThat(relayed.joined("/delta/thinking")).isEqualTo("is it " + Relayed.NAME + "?");
		assertThat(relayed.joined("/delta/signature")).isEqualTo("[NAME_7KQ2]");
		assertThat(relayed.joined("/delta/text")).isEqualTo("yes, 964\n741");
	}

	@Example
	void restoresTheInputOfAToolAsJson() {
		Relayed relayed = relay(
				start() + block(0, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"chart_NAME_1\",\"input\":{}}")
						+ delta(0, "input_json_delta", "partial_json", "")
						+ delta(0, "input_json_delta", "partial_json", "{\"who\": \"[NAME_")
						+ delta(0, "input_json_delta", "partial_json", "7KQ2]\"}") + stop(0) + end());
		assertThat(JSON.readTree(relayed.joined("/delta/partial_json")).get("who").asString()).isEqualTo(Relayed.NAME);
		assertThat(relayed.joined("/content_block/name")).isEqualTo("chart_irma");
	}

	@Example
	void flushesWhatItHeldBeforeTheBlockEnds() {
		List<JsonNode> events = relay(start() + delta(3, "text_delta", "text", "see [NAME_7K")
				+ delta(4, "input_json_delta", "partial_json", "{\"a\":[N")
				+ delta(5, "thinking_delta", "thinking", "[") + stop(3) + stop(4) + stop(5) + end())
			.typed();
		assertThat(events).extracting((event) -> event.get("type").asString())
			.containsExactly("message_start", "content_block_delta", "content_block_delta", "content_block_delta",
					"content_block_delta", "content_block_stop", "content_block_delta", "content_block_stop",
					"content_block_delta", "content_block_stop", "message_delta", "message_stop");
		assertThat(events.get(4)).isEqualTo(JSON.readTree(
				"{\"type\":\"content_block_delta\",\"index\":3,\"delta\":{\"type\":\"text_delta\",\"text\":\"[NAME_7K\"}}"));
		assertThat(events.get(6).at("/delta/type").asString()).isEqualTo("input_json_delta");
		assertThat(events.get(8).at("/delta/type").asString()).isEqualTo("thinking_delta");
	}

	@Example
	void passesAStreamByteForByteWhenNothingWasTakenOut() {
		String stream = start() + "event: ping\ndata: {\"type\": \"ping\"}\n\n"
				+ delta(0, "text_delta", "text", "[NAME_7KQ2]") + end();
		Relayed relayed = Relayed.through(MessagesDialect.INSTANCE, Originals.NONE, null,
				Relayed.split(stream, List.of(9)));
		assertThat(relayed.text()).isEqualTo(stream);
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.COMPLETE);
	}

	@Example
	void namesEventsThatCameWithoutAName() {
		Relayed relayed = relay("data: {\"type\":\"message_stop\"}\n\n");
		assertThat(relayed.typed()).hasSize(1);
	}

	@Example
	void tellsAnErrorInAnthropicsForm() {
		Relayed relayed = relay(start() + delta(0, "text_delta", "text", "see [NA")
				+ "data: {\"error\":{\"message\":\"too many\",\"type\":\"rate_limit_error\",\"param\":null,\"code\":\"c\"}}\n\n");
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.FAILED);
		assertThat(relayed.typed().get(2).at("/delta/text").asString()).isEqualTo("[NA");
		assertThat(relayed.typed().getLast()).isEqualTo(JSON.readTree(
				"{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"too many\"},\"request_id\":\"req_1\"}"));
	}

	@Example
	void endsAStreamThatJustStopsWithAnError() {
		Relayed relayed = relay(start() + delta(0, "text_delta", "text", "see"));
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.BROKEN);
		JsonNode error = relayed.typed().getLast();
		assertThat(error.get("type").asString()).isEqualTo("error");
		assertThat(error.at("/error/type").asString()).isEqualTo("overloaded_error");
		assertThat(relayed.text()).doesNotContain("message_stop", "[DONE]");
	}

	@Example
	void doesNotTakeAnEndMarkOfAnotherApiForTheEnd() {
		Relayed relayed = relay(start() + "data: [DONE]\n\n");
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.BROKEN);
		assertThat(relayed.text()).doesNotContain("[DONE]").contains("event: error");
	}

	@Example
	void writesCitationsWhereTheMessageBegins() {
		Relayed relayed = Relayed.through(MessagesDialect.INSTANCE, Originals.NONE, "{\"citations\":[]}",
				Relayed.split(start() + end(), List.of(1000)));
		assertThat(relayed.typed().getFirst().at("/message/hilum/citations").isArray()).isTrue();
	}

	@Property(tries = 500)
	void anySplitOfTextAndBytesRestoresTheWhole(@ForAll("words") List<String> deltas,
			@ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder(start() + block(0, "{\"type\":\"text\",\"text\":\"\"}"));
		deltas.forEach((text) -> stream.append(delta(0, "text_delta", "text", text)));
		Relayed relayed = Relayed.through(MessagesDialect.INSTANCE, Relayed.taken(Form.TEXT), null,
				Relayed.split(stream + stop(0) + end(), cuts));
		assertThat(relayed.joined("/delta/text"))
			.isEqualTo(Relayed.RESTORER.restore(String.join("", deltas), Form.TEXT));
	}

	@Property(tries = 300)
	void anySplitOfAToolsInputRestoresTheWhole(@ForAll("words") List<String> texts,
			@ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder(
				start() + block(0, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"chart\",\"input\":{}}"));
		Relayed.arguments(texts, cuts)
			.forEach((piece) -> stream.append(delta(0, "input_json_delta", "partial_json", piece)));
		Relayed relayed = Relayed.through(MessagesDialect.INSTANCE, Relayed.taken(Form.TEXT), null,
				Relayed.split(stream + stop(0) + end(), List.of(4096)));
		assertThat(Relayed.note(relayed.joined("/delta/partial_json"))).isEqualTo(Relayed.restored(texts));
	}

	@Provide
	Arbitrary<List<String>> words() {
		return Relayed.texts("event: x");
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Relayed.cuts();
	}

	private static Relayed relay(String stream) {
		return Relayed.through(MessagesDialect.INSTANCE, stream);
	}

	private static String start() {
		return Relayed.event(
				"{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":7}}}");
	}

	private static String block(int index, String block) {
		return Relayed
			.event("{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}");
	}

	private static String delta(int index, String type, String field, String text) {
		return Relayed.event("{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":{\"type\":\"" + type
				+ "\",\"" + field + "\":" + JSON.writeValueAsString(text) + "}}");
	}

	private static String stop(int index) {
		return Relayed.event("{\"type\":\"content_block_stop\",\"index\":" + index + "}");
	}

	private static String end() {
		return Relayed.event(
				"{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}}")
				+ Relayed.event("{\"type\":\"message_stop\"}");
	}

}
