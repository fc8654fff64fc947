package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Tools}.
 */
class ToolsTests {

	private static final String TOOL = "'tools':[{'type':'function','function':{'name':'f'}}]";

	@Test
	void functionIsATool() {
		JsonNode sent = Requests.sent(Requests
			.hello("""
					'tools':[{'type':'function','cache_control':{'type':'ephemeral'},'function':{'name':'f','description':'d',
					'strict':true,'parameters':{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}}},
					{'type':'function','function':{'name':'g','strict':false}}]"""));
		assertThat(sent.path("tools")).hasToString(
				"[{\"name\":\"f\",\"description\":\"d\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"a\":"
						+ "{\"type\":\"string\"}},\"required\":[\"a\"]},\"strict\":true,\"cache_control\":{\"type\":\"ephemeral\"}},"
						+ "{\"name\":\"g\",\"input_schema\":{\"type\":\"object\"}}]");
		assertThat(sent.has("tool_choice")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "'tool_choice':'auto'|{\"type\":\"auto\"}",
			"'tool_choice':'none'|{\"type\":\"none\"}", "'tool_choice':'required'|{\"type\":\"any\"}",
			"'tool_choice':{'type':'function','function':{'name':'f'}}|{\"type\":\"tool\",\"name\":\"f\"}",
			"'parallel_tool_calls':false|{\"type\":\"auto\",\"disable_parallel_tool_use\":true}",
			"'parallel_tool_calls':false,'tool_choice':'required'|{\"type\":\"any\",\"disable_parallel_tool_use\":true}",
			"'parallel_tool_calls':false,'tool_choice':'none'|{\"type\":\"none\"}" })
	void choiceKeepsItsMeaning(String fields, String choice) {
		JsonNode sent = Requests.sent(Requests.hello(TOOL + "," + fields));
		assertThat(sent.path("tool_choice")).hasToString(choice);
		assertThat(sent.path("tools").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "'tools':[{'type':'web_search'}]|tools[0].type",
			"'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'array'}}}]|tools[0].function.parameters.type",
			"'tools':[{'type':'function','function':{}}]|tools[0].function.name",
			"'tools':[{'type':'function','function':{'name':'f','extra':1}}]|tools[0].function.extra",
			"'tools':[{'type':'function'}]|tools[0].function",
			"'tools':[{'type':'function','function':{'name':'f'}}],'tool_choice':'maybe'|tool_choice",
			"'tools':[{'type':'function','function':{'name':'f'}}],'tool_choice':{'type':'allowed_tools'}|tool_choice.type",
			"'tool_choice':'required'|tool_choice" })
	void whatCannotBeSaidIsRefusedByName(String fields, String param) {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello(fields)))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

}
