package io.hilum.gateway.chat.dialect.responses;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponsesWalk} and {@link ResponsesForm}: what becomes of the events
 * of a response.
 */
class ResponsesStreamTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Example
	void restoresDeltasAndEveryEventThatRepeatsThem() {
		Relayed relayed = relay(response("Hello ", "[NAME", "_7KQ", "2], bye"));
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.COMPLETE);
		String whole = "Hello " + Relayed.NAME + ", bye";
		assertThat(relayed.joined("/delta")).isEqualTo(whole);
		assertThat(relayed.joined("/text")).isEqualTo(whole);
		assertThat(relayed.joined("/part/text")).isEqualTo(whole);
		assertThat(relayed.joined("/item/content/0/text")).isEqualTo(whole);
		assertThat(relayed.joined("/response/output/0/content/0/text")).isEqualTo(whole);
		assertThat(relayed.joined("/response/instructions")).isEqualTo("about " + Relayed.NAME);
	}

	@Example
	void flushesWhatItHeldAsAnEventOfItsOwnAndCountsOn() {
		List<JsonNode> events = relay(response("see [NAME_7K")).typed();
		assertThat(events).extracting((event) -> event.get("sequence_number").asInt())
			.containsExactly(0, 1, 2, 3, 4, 5, 6);
		JsonNode held = events.get(2);
		assertThat(held.get("type").asString()).isEqualTo("response.output_text.delta");
		assertThat(held.get("delta").asString()).isEqualTo("[NAME_7K");
		assertThat(held.get("item_id").asString()).isEqualTo("msg_1");
		assertThat(held.get("output_index").asInt()).isEqualTo(2);
		assertThat(held.get("content_index").asInt()).isEqualTo(1);
		assertThat(held.get("logprobs").isArray()).isTrue();
	}

	@Example
	void restoresArgumentsAsJson() {
		Relayed relayed = relay(delta(0, "response.function_call_arguments.delta", "fc_1", 0, null,
				"{\"who\": \"[NAME_7")
				+ delta(1, "response.function_call_arguments.delta", "fc_1", 0, null, "KQ2]\"}")
				+ Relayed.event(
						"{\"arguments\":\"{\\\"who\\\": \\\"[NAME_7KQ2]\\\"}\",\"type\":\"response.function_call_arguments.done\",\"name\":\"chart_NAME_1\",\"item_id\":\"fc_1\",\"output_index\":0,\"sequence_number\":2}")
				+ Relayed.event(
						"{\"type\":\"response.output_item.done\",\"output_index\":0,\"sequence_number\":3,\"item\":{\"type\":\"function_call\",\"name\":\"chart_NAME_1\",\"arguments\":\"{\\\"who\\\": \\\"[NAME_7KQ2]\\\"}\",\"call_id\":\"call_1\"}}")
				+ completed(4));
		assertThat(who(relayed.joined("/delta"))).isEqualTo(Relayed.NAME);
		assertThat(who(relayed.joined("/arguments"))).isEqualTo(Relayed.NAME);
		assertThat(who(relayed.joined("/item/arguments"))).isEqualTo(Relayed.NAME);
		assertThat(relayed.joined("/item/name")).isEqualTo("chart_irma");
	}

	@Example
	void restoresSummariesAndRefusalsEachForItself() {
		Relayed relayed = relay(delta(0, "response.reasoning_summary_text.delta", "rs_1", 0, "summary_index", "a [NAME")
				+ delta(1, "response.refusal.delta", "msg_1", 1, "content_index", "b [MRN_")
				+ delta(2, "response.reasoning_summary_text.delta", "rs_1", 0, "summary_index", "_7KQ2]")
				+ delta(3, "response.refusal.delta", "msg_1", 1, "content_index", "M4TX]")
				+ Relayed.event(
						"{\"type\":\"response.reasoning_summary_text.done\",\"item_id\":\"rs_1\",\"output_index\":0,\"summary_index\":0,\"text\":\"a [NAME_7KQ2]\",\"sequence_number\":4}")
				+ Relayed.event(
						"{\"type\":\"response.refusal.done\",\"item_id\":\"msg_1\",\"output_index\":1,\"content_index\":0,\"refusal\":\"b [MRN_M4TX]\",\"sequence_number\":5}")
				+ completed(6));
		assertThat(relayed.joined("/delta")).isEqualTo("a b " + Relayed.NAME + "964\n741");
		assertThat(relayed.joined("/text")).isEqualTo("a " + Relayed.NAME);
		assertThat(relayed.joined("/refusal")).isEqualTo("b 964\n741");
	}

	@Example
	void keepsAnAnswerThatIsJsonAsJsonButNotAThought() {
		String stream = response("{\\\"who\\\":\\\"[NAME_", "7KQ2]\\\"}");
		String thought = Relayed.event(
				"{\"type\":\"response.reasoning_text.done\",\"item_id\":\"rs_1\",\"output_index\":9,\"content_index\":0,\"text\":\"[NAME_7KQ2]\",\"sequence_number\":0}");
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Relayed.taken(Form.JSON), null,
				Relayed.split(thought + stream, List.of(1000)));
		assertThat(who(relayed.joined("/delta"))).isEqualTo(Relayed.NAME);
		assertThat(who(relayed.joined("/item/content/0/text"))).isEqualTo(Relayed.NAME);
		assertThat(relayed.typed().getFirst().get("text").asString()).isEqualTo(Relayed.NAME);
	}

	@Example
	void touchesNothingButTexts() {
		String event = Relayed
			.event("{ \"type\":\"response.output_item.done\",\"output_index\":0,\"sequence_number\":7,\"item\":{\"id\":\"[NAME_7KQ2]\",\"type\":\"reasoning\","
					+ "\"encrypted_content\":\"[NAME_7KQ2]\",\"summary\":[],\"x\":1.50},\"logprobs\":[{\"token\":\"[NAME_7KQ2]\"}]}");
		assertThat(relay(event + completed(8)).text()).isEqualTo(event + completed(8));
	}

	@Example
	void passesAStreamByteForByteWhenNothingWasTakenOut() {
		String stream = response("\\u0041 [NAME_7KQ2]");
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Originals.NONE, null,
				Relayed.split(stream, List.of(7)));
		assertThat(relayed.text()).isEqualTo(stream);
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.COMPLETE);
	}

	@Example
	void tellsAnErrorAsAnEvent() {
		Relayed relayed = relay(delta(0, "response.output_text.delta", "msg_1", 0, "content_index", "see [NA")
				+ "data: {\"error\":{\"message\":\"m\",\"type\":\"server_error\",\"param\":null,\"code\":\"c\"}}\n\n");
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.FAILED);
		List<JsonNode> events = relayed.typed();
		assertThat(events.get(1).get("delta").asString()).isEqualTo("[NA");
		JsonNode error = events.getLast();
		assertThat(error.get("type").asString()).isEqualTo("error");
		assertThat(error.get("sequence_number").asInt()).isEqualTo(2);
		assertThat(error.get("code").asString()).isEqualTo("c");
		assertThat(error.get("message").asString()).isEqualTo("m");
		assertThat(error.at("/error/message").asString()).isEqualTo("m");
	}

	@Example
	void endsAStreamThatJustStopsWithAnError() {
		Relayed relayed = relay(delta(0, "response.output_text.delta", "msg_1", 0, "content_index", "see"));
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.BROKEN);
		assertThat(relayed.typed().getLast().get("code").asString()).isEqualTo("stream_interrupted");
		assertThat(relayed.text()).doesNotContain("response.completed", "[DONE]");
	}

	@Example
	void knowsAFailedResponseFromACompleteOne() {
		String failed = Relayed.event(
				"{\"type\":\"response.failed\",\"sequence_number\":0,\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"m\"}}}");
		Relayed relayed = relay(failed);
		assertThat(relayed.text()).isEqualTo(failed);
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.FAILED);
	}

	@Example
	void writesCitationsIntoTheResponse() {
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Originals.NONE, "{\"citations\":[]}",
				Relayed.split(completed(0), List.of(1000)));
		assertThat(relayed.typed().getLast().at("/response/hilum/citations").isArray()).isTrue();
	}

	@Example
	void callsTheResponseAsItsCallerDoesAndNothingElse() {
		String stream = Relayed.event(
				"{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\",\"previous_response_id\":\"resp_0\"}}")
				+ delta(1, "response.output_text.delta", "resp_1", 0, "content_index", "resp_1") + completed(2);
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Originals.NONE.naming((id) -> id + "_sealed"),
				null, Relayed.split(stream, List.of(11)));
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.COMPLETE);
		assertThat(relayed.joined("/response/id")).isEqualTo("resp_1_sealedresp_1_sealed");
		assertThat(relayed.joined("/response/previous_response_id")).isEqualTo("resp_0_sealed");
		assertThat(relayed.joined("/item_id") + relayed.joined("/delta")).isEqualTo("resp_1resp_1");
	}

	@Property(tries = 500)
	void anySplitOfTextAndBytesRestoresTheWhole(@ForAll("words") List<String> deltas,
			@ForAll("cuts") List<Integer> cuts) {
		String stream = response(deltas.stream().map(ResponsesStreamTests::inner).toArray(String[]::new));
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Relayed.taken(Form.TEXT), null,
				Relayed.split(stream, cuts));
		String whole = Relayed.RESTORER.restore(String.join("", deltas), Form.TEXT);
		assertThat(relayed.joined("/delta")).isEqualTo(whole);
		assertThat(relayed.joined("/text")).isEqualTo(whole);
		List<Integer> numbers = relayed.typed().stream().map((event) -> event.get("sequence_number").asInt()).toList();
		assertThat(numbers).isSorted().doesNotHaveDuplicates();
	}

	@Property(tries = 300)
	void anySplitOfArgumentsRestoresTheWhole(@ForAll("words") List<String> texts, @ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder();
		int number = 0;
		for (String piece : Relayed.arguments(texts, cuts)) {
			stream.append(delta(number++, "response.function_call_arguments.delta", "fc_1", 0, null, piece));
		}
		Relayed relayed = Relayed.through(ResponsesDialect.INSTANCE, Relayed.taken(Form.TEXT), null,
				Relayed.split(stream + completed(number), List.of(4096)));
		assertThat(Relayed.note(relayed.joined("/delta"))).isEqualTo(Relayed.restored(texts));
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
		return Relayed.through(ResponsesDialect.INSTANCE, stream);
	}

	private static String who(String json) {
		return JSON.readTree(json).get("who").asString();
	}

	private static String inner(String text) {
		String quoted = JSON.writeValueAsString(text);
		return quoted.substring(1, quoted.length() - 1);
	}

	/**
	 * All events of a response with one text, whose deltas are given as they stand in
	 * JSON.
	 */
	private static String response(String... deltas) {
		StringBuilder stream = new StringBuilder();
		int number = 0;
		stream.append(Relayed.event(
				"{\"type\":\"response.created\",\"sequence_number\":" + number++ + ",\"response\":{\"error\":null}}"));
		for (String delta : deltas) {
			stream.append(Relayed
				.event("{\"type\":\"response.output_text.delta\",\"sequence_number\":" + number++ + ",\"delta\":\""
						+ delta + "\",\"item_id\":\"msg_1\",\"output_index\":2,\"content_index\":1,\"logprobs\":[]}"));
		}
		String text = String.join("", deltas);
		String part = "{\"type\":\"output_text\",\"text\":\"" + text + "\",\"annotations\":[]}";
		String item = "{\"id\":\"msg_1\",\"type\":\"message\",\"content\":[" + part + "]}";
		stream.append(Relayed.event("{\"type\":\"response.output_text.done\",\"sequence_number\":" + number++
				+ ",\"text\":\"" + text + "\",\"item_id\":\"msg_1\",\"output_index\":2,\"content_index\":1}"));
		stream.append(Relayed.event("{\"type\":\"response.content_part.done\",\"sequence_number\":" + number++
				+ ",\"output_index\":2,\"part\":" + part + "}"));
		stream.append(Relayed.event("{\"type\":\"response.output_item.done\",\"sequence_number\":" + number++
				+ ",\"output_index\":2,\"item\":" + item + "}"));
		stream.append(Relayed.event("{\"type\":\"response.completed\",\"sequence_number\":" + number
				+ ",\"response\":{\"instructions\":\"about [NAME_7KQ2]\",\"output\":[" + item + "]}}"));
		return stream.toString();
	}

	private static String delta(int number, String type, String item, int output, @Nullable String index, String text) {
		return Relayed.event("{\"type\":\"" + type + "\",\"sequence_number\":" + number + ",\"item_id\":\"" + item
				+ "\",\"output_index\":" + output + ((index != null) ? ",\"" + index + "\":0" : "") + ",\"delta\":"
				+ JSON.writeValueAsString(text) + "}");
	}

	private static String completed(int number) {
		return Relayed.event("{\"type\":\"response.completed\",\"sequence_number\":" + number
				+ ",\"response\":{\"id\":\"resp_1\",\"output\":[]}}");
	}

}
