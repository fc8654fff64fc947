package io.hilum.dialects.google;

import java.util.List;

/**
 * Requests of clients that together say everything that is translated.
 */
final class GeminiRequests {

	static final String SAMPLING = """
			{"model":"m","messages":[{"role":"system","content":"Be brief."},
			{"role":"developer","content":[{"type":"text","text":"Be kind."}]},{"role":"user","content":"Hi"}],
			"temperature":0.5,"top_p":0.9,"top_k":40,"seed":7,"stop":["END","STOP"],"n":2,"presence_penalty":0.1,
			"frequency_penalty":0.2,"max_completion_tokens":64,"logprobs":true,"top_logprobs":3,
			"stream":true,"stream_options":{"include_usage":true},"user":"u","safety_identifier":"s","store":false,
			"metadata":{"a":"b"},"service_tier":"auto","modalities":["text"],"logit_bias":{},"parallel_tool_calls":true,
			"safety_settings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_ONLY_HIGH"}]}""";

	static final String MEDIA = """
			{"messages":[{"role":"user","content":[{"type":"text","text":"What is this?"},
			{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"high"}},
			{"type":"image_url","image_url":{"url":"https://x.example/a/scan.JPG?sig=1"}},
			{"type":"input_audio","input_audio":{"data":"AAAB","format":"wav"}},
			{"type":"file","file":{"filename":"r.pdf","file_data":"data:application/pdf;base64,AAAC"}},
			{"type":"file","file":{"file_id":"gs://bucket/film","format":"video/mp4"}}]}]}""";

	/** Results in the wrong order, and one that is not an object. */
	static final String TOOLS = """
			{"messages":[{"role":"user","content":"Look at both."},
			{"role":"assistant","content":"I look.","tool_calls":[
			{"id":"c1","type":"function","function":{"name":"look","arguments":"{\\"bed\\":1}"},
			"extra_content":{"google":{"thought_signature":"c2ln"}}},
			{"id":"c2","type":"function","function":{"name":"look","arguments":""}}]},
			{"role":"tool","tool_call_id":"c2","content":"empty"},
			{"role":"tool","tool_call_id":"c1","content":"{\\"occupied\\":true}"},
			{"role":"user","content":"Well?"}],
			"tools":[{"type":"function","function":{"name":"look","description":"Looks","strict":true,
			"parameters":{"type":"object","properties":{"bed":{"type":"integer"}},"additionalProperties":false}}},
			{"type":"function","function":{"name":"wait"}}],
			"tool_choice":{"type":"function","function":{"name":"look"}}}""";

	static final String STRUCTURED = """
			{"messages":[{"role":"user","content":"Hi"}],"reasoning_effort":"low","response_format":{"type":"json_schema",
			"json_schema":{"name":"n","strict":true,"schema":{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}},
			"$defs":{"a":{"type":["string","null"]}}}}}}""";

	static final String HISTORY = """
			{"messages":[{"role":"user","content":"Draw."},{"role":"assistant","content":"Here.",
			"images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}],"refusal":null,
			"reasoning_content":"Hm.","annotations":[],"extra_content":{"google":{"thought_signature":"c2ln"}}},
			{"role":"user","content":"Read it to me."}],"modalities":["text","audio"],
			"audio":{"voice":"Kore","format":"pcm16"}}""";

	static final String GOOGLES_TOOLS = """
			{"messages":[{"role":"user","content":"Hi"}],"tools":[{"code_execution":{}},{"url_context":{}}],
			"web_search_options":{"search_context_size":"medium"},"response_format":{"type":"json_object"},
			"thinking":{"type":"enabled","budget_tokens":512}}""";

	static final List<String> ALL = List.of(GeminiFixtures.HELLO, SAMPLING, MEDIA, TOOLS, STRUCTURED, HISTORY,
			GOOGLES_TOOLS);

	private GeminiRequests() {
	}

}
