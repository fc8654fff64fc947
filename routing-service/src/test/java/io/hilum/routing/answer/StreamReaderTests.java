package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import io.hilum.routing.answer.StreamReader.Step;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.tokens.TokenCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for each {@link StreamReader}. Events as the APIs' references describe them.
 */
class StreamReaderTests {

	private final List<String> rewritten = new ArrayList<>();

	@Test
	void takesUsageOfAResponseFromItsLastEvent() {
		StreamReader reader = AnswerForm.of(Endpoint.RESPONSES).stream(false);
		assertThat(steps(reader,
				"{\"type\":\"response.created\",\"response\":{\"model\":\"gpt-x\",\"status\":\"in_progress\",\"error\":null,\"usage\":null}}",
				"{\"type\":\"response.output_text.delta\",\"delta\":\"Hello\",\"logprobs\":[{\"error\":\"x\"}]}",
				"{\"type\":\"response.completed\",\"response\":{\"model\":\"gpt-x\",\"error\":null,\"usage\":{\"input_tokens\":75,\"input_tokens_details\":{\"cached_tokens\":64},\"output_tokens\":30,\"output_tokens_details\":{\"reasoning_tokens\":20},\"total_tokens\":105}}}"))
			.containsExactly(Step.PASS, Step.PASS, Step.LAST);
		assertThat(reader.model()).isEqualTo("gpt-x");
		assertThat(reader.usage()).isEqualTo(new TokenCounts(11, 64, 0, 10, 20, 0, 0));
		assertThat(reader.streamedTokens()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "response.incomplete,LAST", "response.failed,LAST", "error,ERROR", "response.queued,PASS" })
	void knowsWhatEndsAResponse(String type, Step step) {
		StreamReader reader = AnswerForm.of(Endpoint.RESPONSES).stream(false);
		assertThat(steps(reader, "{\"sequence_number\":1,\"type\":\"" + type + "\",\"message\":\"x\"}"))
			.containsExactly(step);
	}

	@Test
	void countsTheUsageOfAMessageOnce() {
		StreamReader reader = AnswerForm.of(Endpoint.MESSAGES).stream(false);
		assertThat(steps(reader, "{\"type\":\"ping\"}",
				"{\"type\":\"message_start\",\"message\":{\"model\":\"claude\",\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":5,\"cache_read_input_tokens\":70,\"output_tokens\":1}}}",
				"{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}"))
			.containsExactly(Step.HOLD, Step.PASS, Step.PASS);
		assertThat(reader.usage()).isEqualTo(new TokenCounts(10, 70, 5, 1, 0, 0, 0));
		assertThat(steps(reader,
				"{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":42}}",
				"{\"type\":\"message_stop\"}"))
			.containsExactly(Step.PASS, Step.LAST);
		assertThat(reader.usage()).isEqualTo(new TokenCounts(10, 70, 5, 42, 0, 0, 0));
		assertThat(reader.model()).isEqualTo("claude");
	}

	@Test
	void countsWhatWasStreamedOfAMessageThatIsCut() {
		StreamReader reader = AnswerForm.of(Endpoint.MESSAGES).stream(false);
		steps(reader, "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}}");
		for (int i = 0; i < 9; i++) {
			steps(reader,
					"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"so\"}}");
		}
		assertThat(reader.usage()).isEqualTo(TokenCounts.of(10, 9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}",
			"{\"error\":{\"message\":\"x\"}}" })
	void knowsErrorsOfBothForms(String event) {
		assertThat(steps(AnswerForm.of(Endpoint.MESSAGES).stream(false), event)).containsExactly(Step.ERROR);
		assertThat(steps(AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false), event)).containsExactly(Step.ERROR);
	}

	@Test
	void believesNoZeroes() {
		StreamReader reader = AnswerForm.of(Endpoint.MESSAGES).stream(false);
		steps(reader, "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":0,\"output_tokens\":0}}}");
		assertThat(reader.usage()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "CHAT_COMPLETIONS", "COMPLETIONS", "RESPONSES", "MESSAGES" })
	void refusesWhatIsCutOrNoObject(Endpoint endpoint) {
		for (String wrong : List.of("{\"choices\":[{\"delta\":{}}]", "<html>", "[]", "{\"a\":\"b}", "{}}", "{} x",
				"{\"a\":")) {
			assertThat(steps(AnswerForm.of(endpoint).stream(false), wrong)).containsExactly(Step.BROKEN);
		}
	}

	@Test
	void holdsFiltersBackUntilTheAnswerBegins() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(true);
		assertThat(steps(reader, "{\"choices\":[],\"model\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"A\"}}],\"model\":\"m\"}",
				"{\"choices\":[],\"model\":\"m\",\"note\":1}"))
			.containsExactly(Step.HOLD, Step.PASS, Step.PASS);
		assertThat(reader.model()).isEqualTo("m");
		assertThat(reader.usage()).isNull();
	}

	@Test
	void tellsUsageBehindAllChoicesToWhoAsked() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(true);
		assertThat(steps(reader,
				"{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"A\"}}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}",
				"{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}"))
			.containsExactly(Step.REWRITE, Step.REWRITE);
		assertThat(this.rewritten).noneMatch((event) -> event.contains("usage"));
		assertThat(new String(reader.beforeLast(), StandardCharsets.UTF_8)).isEqualTo(
				"data: {\"id\":\"1\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n");
		assertThat(reader.usage()).isEqualTo(TokenCounts.of(3, 2));
		assertThat(reader.missingLast()).isNotNull();
	}

	@Test
	void isNotWholeUntilEveryChoiceHasEnded() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		steps(reader,
				"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}},{\"index\":1,\"delta\":{\"role\":\"assistant\"}}]}",
				"{\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"stop\"}]}");
		assertThat(reader.missingLast()).isNull();
		steps(reader, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}");
		assertThat(reader.missingLast()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// the first delta has no role
			"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"A\"}}]}|{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"A\",\"role\":\"assistant\"}}]}",
			// a choice has no delta
			"{\"choices\":[{\"index\":0,\"finish_reason\":null}]}|{\"choices\":[{\"index\":0,\"finish_reason\":null,\"delta\":{\"role\":\"assistant\"}}]}",
			// text is a list of parts
			"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]},{\"type\":\"text\",\"text\":\"A\"}]}}]}|{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"A\",\"reasoning_content\":\"Hm\"}}]}",
			// items of a list have no index
			"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"thinking_blocks\":[{\"type\":\"thinking\"}]}}]}|{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"thinking_blocks\":[{\"type\":\"thinking\",\"index\":0}]}}]}",
			"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":{\"x\":1}}},{\"id\":\"b\",\"function\":{\"name\":\"g\"}}]}}]}|{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":1}\"},\"index\":0,\"type\":\"function\"},{\"id\":\"b\",\"function\":{\"name\":\"g\"},\"index\":1,\"type\":\"function\"}]}}]}" })
	void mendsAFirstChunk(String chunk, String mended) {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		assertThat(steps(reader, chunk)).containsExactly(Step.REWRITE);
		assertThat(this.rewritten).containsExactly("data: " + mended + "\n\n");
	}

	@Test
	void saysRolesAndCallsOnce() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		String call = "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]}}]}";
		assertThat(steps(reader, call, call)).containsExactly(Step.PASS, Step.REWRITE);
		assertThat(this.rewritten).containsExactly(
				"data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"type\":\"function\",\"function\":{\"arguments\":\"{\"}}]}}]}\n\n");
	}

	@Test
	void leavesSoundChunksAlone() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		assertThat(steps(reader,
				"{\"choices\":[{\"delta\":{\"content\":\"\",\"role\":\"assistant\",\"tool_calls\":null},\"index\":0}],\"usage\":null}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\\"usage\\\":{\\\"role\\\":\\\"x\\\"}\"},\"logprobs\":{\"content\":[{\"token\":\"a\",\"top_logprobs\":[{\"token\":\"b\"}]}]},\"finish_reason\":null}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}}]}"))
			.containsOnly(Step.PASS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// calls without an id or a type
			"{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','tool_calls':[{'index':0,'function':{'name':'f','arguments':'{}'}},{'index':1,'id':null,'function':{'name':'g','arguments':'{}'}}]}}]}|f g",
			"{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','tool_calls':[{'function':{'name':'f','arguments':{}}},{'function':{'name':'g','arguments':{}}}]}}]}|f g",
			// all calls are number 0, and each is whole
			"{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{}'}},{'index':0,'id':'b','type':'function','function':{'name':'g','arguments':'{}'}}]}}]}|f g",
			"{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}}]};{'id':'x','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'b','type':'function','function':{'name':'g','arguments':'{}'}}]}}]}|f g",
			// ids and names change within one call
			"{'id':'x','choices':[{'index':0,'delta':{'role':'assistant','tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{'}}]}}]};{'id':'x','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'b','type':'function','function':{'name':'f','arguments':'}'}}]}}]}|f" })
	void tellsCallsApart(String chunks, String names) {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		Map<Integer, ObjectNode> calls = new TreeMap<>();
		for (String chunk : chunks.replace('\'', '"').split(";")) {
			String event = told(reader, chunk);
			Json.mapper().readTree(event).at("/choices/0/delta/tool_calls").forEach((call) -> {
				ObjectNode sum = calls.computeIfAbsent(call.path("index").intValue(), (index) -> Json.object());
				sum.put("name", sum.path("name").asString("") + call.at("/function/name").asString(""));
				sum.put("arguments", sum.path("arguments").asString("") + call.at("/function/arguments").asString(""));
				sum.put("id", sum.path("id").asString("") + call.path("id").asString(""));
				sum.put("type", call.path("type").asString(sum.path("type").asString("")));
			});
		}
		assertThat(calls.values()).extracting((call) -> call.path("name").asString()).containsExactly(names.split(" "));
		assertThat(calls.values()).allSatisfy((call) -> {
			assertThat(call.path("arguments").asString()).isEqualTo("{}");
			assertThat(call.path("type").asString()).isEqualTo("function");
			assertThat(call.path("id").asString()).matches("a|b|call_[0-9a-f]{32}");
		});
		assertThat(calls.values()).extracting((call) -> call.path("id").asString()).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'choices':[{'index':0,'delta':{'content':''},'finish_reason':'stop'}],'x_groq':{'id':'r','usage':{'prompt_tokens':3,'completion_tokens':2}}}",
			"{'choices':[{'index':0,'delta':{},'finish_reason':'stop','usage':{'prompt_tokens':3,'completion_tokens':2}}]}",
			"{'choices':[],'usage':null,'x_groq':{'usage':{'prompt_tokens':3,'completion_tokens':2}}}",
			"{'choices':null,'usage':{'prompt_tokens':3,'completion_tokens':2}}" })
	void findsUsageWhereverItStands(String chunk) {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(true);
		told(reader, "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"A\"}}]}");
		assertThat(told(reader, chunk.replace('\'', '"'))).doesNotContain("usage");
		assertThat(reader.usage()).isEqualTo(TokenCounts.of(3, 2));
		assertThat(new String(reader.beforeLast(), StandardCharsets.UTF_8)).contains("\"choices\":[]",
				"\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'choices':[{'message':{'role':'assistant','content':'A'},'finish_reason':'stop'}]}|{'finish_reason':'stop','delta':{'role':'assistant','content':'A'}}",
			"{'choices':[{'index':0,'delta':{'content':{'type':'text','text':'A'}}}]}|{'index':0,'delta':{'content':'A','role':'assistant'}}",
			"{'choices':[{'index':0,'delta':{'content':['A',{'type':'thinking','thinking':'T'}]}}]}|{'index':0,'delta':{'content':'A','reasoning_content':'T','role':'assistant'}}",
			"{'choices':[{'index':0,'delta':{'content':'A','tool_calls':{}}}]}|{'index':0,'delta':{'content':'A','tool_calls':{},'role':'assistant'}}",
			"{'choices':[null,{'index':0,'delta':{'content':'A','tool_calls':[null,'x']}}]}|{'index':0,'delta':{'content':'A','tool_calls':[null,'x'],'role':'assistant'}}",
			"{'choices':[{'index':0,'delta':'A'}]}|{'index':0,'delta':{'role':'assistant'}}" })
	void losesNoTextInOddShapes(String chunk, String choice) {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		JsonNode mended = Json.mapper().readTree(told(reader, chunk.replace('\'', '"')));
		assertThat(mended.at("/choices/0")).isEqualTo(Json.mapper().readTree(choice.replace('\'', '"')));
		assertThat(mended.path("choices").size()).isOne();
	}

	@Test
	void knowsTheErrorObjectOfServersThatNameItSo() {
		StreamReader reader = AnswerForm.of(Endpoint.CHAT_COMPLETIONS).stream(false);
		assertThat(steps(reader, "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"A\"}}]}",
				"{\"object\":\"error\",\"message\":\"m\",\"type\":\"BadRequestError\",\"code\":400}"))
			.containsExactly(Step.PASS, Step.ERROR);
	}

	/**
	 * What the client gets of a chunk; empty if nothing yet.
	 */
	private String told(StreamReader reader, String chunk) {
		return switch (steps(reader, chunk).getFirst()) {
			case PASS -> chunk;
			case REWRITE -> this.rewritten.getLast().substring(6);
			default -> "{}";
		};
	}

	private List<Step> steps(StreamReader reader, String... events) {
		List<Step> steps = new ArrayList<>();
		for (String event : events) {
			byte[] bytes = ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
			Step step = reader.read(EventData.of(bytes, 0, bytes.length));
			if (step == Step.REWRITE) {
				this.rewritten.add(new String(reader.rewritten(), StandardCharsets.UTF_8));
			}
			steps.add(step);
		}
		return steps;
	}

}
