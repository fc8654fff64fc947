package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a client puts where, it is refused by its name or becomes a request that
 * conforms to the vendor's types.
 */
class MutatedRequestTests {

	private static final String CHAT = """
			{"model":"m","max_tokens":5000,"temperature":0.5,"top_p":0.5,"top_k":3,"stop":["a"],"user":"u",
			"service_tier":"auto","reasoning_effort":"low","parallel_tool_calls":false,"cache_control":{"type":"ephemeral"},
			"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{}}}},
			"tools":[{"type":"function","function":{"name":"f","description":"d","strict":true,
			"parameters":{"type":"object"}}}],
			"tool_choice":{"type":"function","function":{"name":"f"}},
			"messages":[{"role":"system","content":"s"},{"role":"user","content":[{"type":"text","text":"t",
			"cache_control":{"type":"ephemeral","ttl":"5m"}},{"type":"image_url","image_url":{"url":"https://x/y","detail":"low"}},
			{"type":"file","file":{"filename":"n","file_data":"data:application/pdf;base64,QQ=="},"citations":{"enabled":true}}]},
			{"role":"assistant","content":"c","refusal":null,"thinking_blocks":[{"type":"thinking","thinking":"t","signature":"s"},
			{"type":"redacted_thinking","data":"d"}],"tool_calls":[{"id":"a","type":"function",
			"function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":"r"}]}""";

	@Property(tries = 1500)
	void isRefusedByNameOrConforms(@ForAll @IntRange(max = 1000) int place, @ForAll @IntRange(max = 12) int value) {
		assertThat(Mutations.values()).isEqualTo(13);
		ObjectNode chat = (ObjectNode) Json.mapper().readTree(CHAT);
		Mutations.replace(chat, place, value);
		try {
			Requests.sentJson(Json.write(chat));
		}
		catch (UntranslatableException ex) {
			assertThat(ex.param()).isNotEmpty();
			assertThat(ex.getMessage()).contains(ex.param().replaceAll(".*[.]", ""));
		}
	}

}
