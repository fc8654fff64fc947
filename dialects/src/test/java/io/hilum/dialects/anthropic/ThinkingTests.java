package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Thinking} and {@link ClaudeModel}.
 */
class ThinkingTests {

	@ParameterizedTest
	@CsvSource({ "claude-2.1,201", "claude-3-opus-20240229,300", "claude-3-7-sonnet-20250219,307",
			"claude-sonnet-4-20250514,400", "claude-opus-4-1@20250805,401", "claude-sonnet-4-5-20250929,405",
			"eu.anthropic.claude-sonnet-4-20250514-v1:0,400", "anthropic.claude-haiku-4-5-20251001-v1:0,405",
			"claude-opus-4-6,406", "claude-sonnet-5,500", "claude-fable-5-1,501", "claude-mythos-preview,2147483647",
			"in-house,2147483647" })
	void nameSaysTheVersion(String name, int version) {
		assertThat(ClaudeModel.of(name).version()).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource({ "minimal,1024", "low,2048", "medium,8192", "high,24576", "xhigh,32000", "max,32000" })
	void effortIsABudgetBeyondTheDefaultLimit(String effort, int budget) {
		JsonNode sent = Requests.sent(Requests.hello("'reasoning_effort':'" + effort + "'"));
		assertThat(sent.path("thinking")).hasToString("{\"type\":\"enabled\",\"budget_tokens\":" + budget + "}");
		assertThat(sent.path("max_tokens").intValue()).isEqualTo(4096 + budget);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1025, 1400, 2000, 4096, 10_000, 100_000 })
	void budgetLeavesRoomBelowTheLimit(int limit) {
		JsonNode sent = Requests.sent(Requests.hello("'reasoning_effort':'high','max_completion_tokens':" + limit));
		assertThat(sent.path("thinking").path("budget_tokens").intValue()).isBetween(1024, limit - 1);
		assertThat(sent.path("max_tokens").intValue()).isEqualTo(limit);
	}

	@Test
	void limitThatLeavesNoBudgetIsRefused() {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello("'reasoning_effort':'low','max_tokens':1024")))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("reasoning_effort"));
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests
				.translate(Requests.hello("'thinking':{'type':'enabled','budget_tokens':2000},'max_tokens':2000")))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("thinking"));
	}

	@ParameterizedTest
	@CsvSource({ "minimal,low", "low,low", "medium,medium", "high,high", "xhigh,xhigh" })
	void newerModelsTakeTheEffortItself(String effort, String translated) {
		JsonNode sent = Requests.sent("claude-opus-4-6", Requests.hello("'reasoning_effort':'" + effort + "'"), null);
		assertThat(sent.path("thinking")).hasToString("{\"type\":\"adaptive\"}");
		assertThat(sent.path("output_config")).hasToString("{\"effort\":\"" + translated + "\"}");
	}

	@Test
	void noneTurnsOffWhatIsOn() {
		String chat = Requests.hello("'reasoning_effort':'none'");
		assertThat(Requests.sent("claude-opus-4-6", chat, null).has("thinking")).isFalse();
		assertThat(Requests.sent("claude-sonnet-5", chat, null).path("thinking"))
			.hasToString("{\"type\":\"disabled\"}");
	}

	@Test
	void modelsThatCannotThinkRefuseAnEffort() {
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(
				() -> Requests.sent("claude-3-5-haiku-20241022", Requests.hello("'reasoning_effort':'low'"), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "claude-sonnet-4-5", "claude-sonnet-5" })
	void effortThatIsUnknownIsRefused(String model) {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.sent(model, Requests.hello("'reasoning_effort':'utmost'"), null));
	}

	@Test
	void anthropicsOwnWordsPass() {
		JsonNode sent = Requests.sent("claude-sonnet-5",
				Requests.hello("'thinking':{'type':'adaptive','display':'summarized'},'reasoning_effort':'low'"), null);
		assertThat(sent.path("thinking")).hasToString("{\"type\":\"adaptive\",\"display\":\"summarized\"}");
		assertThat(sent.path("output_config")).hasToString("{\"effort\":\"low\"}");
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(
					Requests.hello("'thinking':{'type':'enabled','budget_tokens':1024},'reasoning_effort':'low'")))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("reasoning_effort"));
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello("'thinking':{'type':'enabled','extra':1}")))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("thinking.extra"));
	}

	@Test
	void turnThatBeganWithoutThinkingGoesOnWithout() {
		String call = "{'role':'user','content':'x'},{'role':'assistant',%s'tool_calls':[{'id':'c1','type':'function',"
				+ "'function':{'name':'f','arguments':'{}'}}]},{'role':'tool','tool_call_id':'c1','content':'1'}";
		String chat = "{'reasoning_effort':'low','messages':[" + call + "]}";
		assertThat(Requests.sent(chat.formatted("")).has("thinking")).isFalse();
		assertThat(Requests
			.sent(chat.formatted("'thinking_blocks':[{'type':'thinking','thinking':'t','signature':'s','index':0}],"))
			.has("thinking")).isTrue();
	}

}
