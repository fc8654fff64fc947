package io.hilum.routing.compatibility;

import java.util.Arrays;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a client can ask for, how it says so in each dialect, and by what it is recognised
 * in the request that reaches the provider.
 */
enum Asked {

	SYSTEM("system prompt", "Be brief.",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"hello\"}]}",
			"\"instructions\":\"Be brief.\"", "\"system\":\"Be brief.\"", null),

	TOOLS("tools", "Charts a ward.",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"chart\",\"description\":\"Charts a ward.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"ward\":{\"type\":\"integer\"}}}}}]",
			"\"tools\":[{\"type\":\"function\",\"name\":\"chart\",\"description\":\"Charts a ward.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"ward\":{\"type\":\"integer\"}}}}]",
			"\"tools\":[{\"name\":\"chart\",\"description\":\"Charts a ward.\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"ward\":{\"type\":\"integer\"}}}}]",
			null),

	PARALLEL_RESULTS("results of parallel tool calls, out of order", "result of B",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"chart\",\"arguments\":\"{}\"}},{\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"list\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"result of B\"},{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"result of A\"}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"chart\"}},{\"type\":\"function\",\"function\":{\"name\":\"list\"}}]}",
			"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":\"hello\"},{\"type\":\"function_call\",\"call_id\":\"a\",\"name\":\"chart\",\"arguments\":\"{}\"},{\"type\":\"function_call\",\"call_id\":\"b\",\"name\":\"list\",\"arguments\":\"{}\"},{\"type\":\"function_call_output\",\"call_id\":\"b\",\"output\":\"result of B\"},{\"type\":\"function_call_output\",\"call_id\":\"a\",\"output\":\"result of A\"}],\"tools\":[{\"type\":\"function\",\"name\":\"chart\"},{\"type\":\"function\",\"name\":\"list\"}]}",
			"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"chart\",\"input\":{}},{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"list\",\"input\":{}}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"b\",\"content\":\"result of B\"},{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":\"result of A\"}]}],\"tools\":[{\"name\":\"chart\",\"input_schema\":{\"type\":\"object\"}},{\"name\":\"list\",\"input_schema\":{\"type\":\"object\"}}]}",
			null),

	IMAGE("image", "aW1hZ2U=",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,aW1hZ2U=\"}}]}]}",
			"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,aW1hZ2U=\"}]}]}",
			"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"aW1hZ2U=\"}}]}]}",
			null),

	DOCUMENT("PDF", "cGRm",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"read\"},{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,cGRm\"}}]}]}",
			"{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"read\"},{\"type\":\"input_file\",\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,cGRm\"}]}]}",
			"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"read\"},{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"cGRm\"}}]}]}",
			null),

	STRUCTURED("answer by a JSON schema", "diagnosis",
			"\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"diagnosis\":{\"type\":\"string\"}},\"required\":[\"diagnosis\"],\"additionalProperties\":false}}}",
			"\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"a\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"diagnosis\":{\"type\":\"string\"}},\"required\":[\"diagnosis\"],\"additionalProperties\":false}}}",
			"\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\",\"properties\":{\"diagnosis\":{\"type\":\"string\"}},\"required\":[\"diagnosis\"],\"additionalProperties\":false}}}",
			null),

	THINKING("effort or budget of reasoning", "", "\"reasoning_effort\":\"high\",\"max_completion_tokens\":9000",
			"\"reasoning\":{\"effort\":\"high\"},\"max_output_tokens\":9000",
			"\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":8192}", null),

	STOP("stop sequences", "END!", "\"stop\":[\"END!\"]", null, "\"stop_sequences\":[\"END!\"]", "\"stop\":[\"END!\"]"),

	TEMPERATURE("temperature", "0.25", "\"temperature\":0.25", "\"temperature\":0.25", "\"temperature\":0.25",
			"\"temperature\":0.25"),

	SEED("seed", "4711", "\"seed\":4711", null, null, "\"seed\":4711"),

	LOGPROBS("log probabilities", "ogprobs", "\"logprobs\":true,\"top_logprobs\":2", "\"top_logprobs\":2", null,
			"\"logprobs\":2"),

	USER("id of the end user", "u-4711", "\"user\":\"u-4711\"", "\"user\":\"u-4711\"",
			"\"metadata\":{\"user_id\":\"u-4711\"}", "\"user\":\"u-4711\""),

	PENALTY("penalty for repetition", "0.5", "\"frequency_penalty\":0.5", null, null, "\"frequency_penalty\":0.5"),

	CHOICES("two answers at once", "\"n\":2|candidateCount", "\"n\":2", null, null, "\"n\":2"),

	JSON_MODE("any JSON", "json_object|application/json", "\"response_format\":{\"type\":\"json_object\"}",
			"\"text\":{\"format\":{\"type\":\"json_object\"}}", null, null),

	TOOL_CHOICE("one tool that must be called", "tool_choice|toolChoice|allowedFunctionNames",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"chart\"}}],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"chart\"}}",
			"\"tools\":[{\"type\":\"function\",\"name\":\"chart\"}],\"tool_choice\":{\"type\":\"function\",\"name\":\"chart\"}",
			"\"tools\":[{\"name\":\"chart\",\"input_schema\":{\"type\":\"object\"}}],\"tool_choice\":{\"type\":\"tool\",\"name\":\"chart\"}",
			null),

	ONE_CALL("one tool call at a time", "parallel_tool_calls|disable_parallel_tool_use",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"chart\"}}],\"parallel_tool_calls\":false",
			"\"tools\":[{\"type\":\"function\",\"name\":\"chart\"}],\"parallel_tool_calls\":false",
			"\"tools\":[{\"name\":\"chart\",\"input_schema\":{\"type\":\"object\"}}],\"tool_choice\":{\"type\":\"auto\",\"disable_parallel_tool_use\":true}",
			null),

	AUDIO("sound", "c291bmQ=",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hear\"},{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"c291bmQ=\",\"format\":\"wav\"}}]}]}",
			null, null, null),

	CACHE_MARK("mark for a prompt cache", "ephemeral|cachePoint",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hello\",\"cache_control\":{\"type\":\"ephemeral\"}}]}]}",
			null,
			"{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hello\",\"cache_control\":{\"type\":\"ephemeral\"}}]}]}",
			null),

	THINKING_BACK("reasoning sent back with its signature", "c2lnbmVk",
			"{\"model\":\"m\",\"reasoning_effort\":\"high\",\"max_tokens\":40000,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},{\"role\":\"assistant\",\"content\":\"Hi.\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2lnbmVk\"}]},{\"role\":\"user\",\"content\":\"go on\"}]}",
			null,
			"{\"model\":\"m\",\"max_tokens\":40000,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":8192},\"messages\":[{\"role\":\"user\",\"content\":\"hello\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2lnbmVk\"},{\"type\":\"text\",\"text\":\"Hi.\"}]},{\"role\":\"user\",\"content\":\"go on\"}]}",
			null),

	HOSTED_TOOL("web search at the provider", "web_search", null, "\"tools\":[{\"type\":\"web_search\"}]",
			"\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"}]", null);

	private final String title;

	private final String mark;

	private final @Nullable String[] more;

	Asked(String title, String mark, @Nullable String chat, @Nullable String responses, @Nullable String messages,
			@Nullable String completions) {
		this.title = title;
		this.mark = mark;
		this.more = new @Nullable String[] { chat, responses, messages, completions };
	}

	String title() {
		return this.title;
	}

	/**
	 * Whether an answer is the same without it.
	 */
	boolean mayBeLeftOut() {
		return this == USER || this == CACHE_MARK || this == THINKING_BACK;
	}

	/**
	 * Whether it got there.
	 * @param asked what reached the provider
	 * @param plain tells what reaches it when a plain question is asked, if any
	 * difference to that will do
	 */
	boolean isIn(String asked, Supplier<String> plain) {
		if (this.mark.isEmpty()) {
			return asked.length() > plain.get().length() + 10;
		}
		return Arrays.stream(this.mark.split("\\|")).anyMatch(asked::contains);
	}

	/**
	 * What is added to a plain question.
	 * @return the fields, or {@code null} if the dialect has no such thing
	 */
	@Nullable String more(Surface surface) {
		return this.more[surface.ordinal()];
	}

}
