package io.hilum.dialects.chat;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One choice of a whole chat completion. What was never said is absent, or {@code null}
 * where OpenAI's dialect wants the field. Created per answer and not thread-safe.
 */
public final class ChatChoice {

	private final int index;

	private final ArrayNode thinkingBlocks = Json.mapper().createArrayNode();

	private final ArrayNode toolCalls = Json.mapper().createArrayNode();

	private final ArrayNode annotations = Json.mapper().createArrayNode();

	private final ObjectNode extensions = Json.object();

	private @Nullable StringBuilder content;

	private @Nullable StringBuilder refusal;

	private @Nullable StringBuilder reasoning;

	private @Nullable JsonNode logprobs;

	private FinishReason finish = FinishReason.STOP;

	ChatChoice(int index) {
		this.index = index;
	}

	/**
	 * More of the text.
	 * @param text what stands behind the text so far
	 */
	public void content(String text) {
		this.content = append(this.content, text);
	}

	/**
	 * How long the text is so far, for annotations that say where they belong.
	 * @return the length in UTF-16 units
	 */
	public int contentLength() {
		return (this.content != null) ? this.content.length() : 0;
	}

	/**
	 * More of the refusal.
	 * @param text what stands behind the refusal so far
	 */
	public void refusal(String text) {
		this.refusal = append(this.refusal, text);
	}

	/**
	 * More of the model's reasoning.
	 * @param text what stands behind the reasoning so far
	 */
	public void reasoning(String text) {
		this.reasoning = append(this.reasoning, text);
	}

	/**
	 * A block of reasoning with its signature, in Anthropic's form
	 * ({@code {"type":"thinking","thinking","signature"}} or
	 * {@code {"type":"redacted_thinking","data"}}), which the client sends back as it is.
	 * @param block the block, without an index
	 */
	public void thinkingBlock(ObjectNode block) {
		this.thinkingBlocks.add(block);
	}

	/**
	 * A tool call.
	 * @param callId what the call is known by
	 * @param name the tool
	 * @param arguments a JSON object as text
	 */
	public void toolCall(String callId, String name, String arguments) {
		toolCall(callId, name, arguments, null);
	}

	/**
	 * A tool call, with what only its provider says about it.
	 * @param callId what the call is known by
	 * @param name the tool
	 * @param arguments a JSON object as text
	 * @param extraContent the member {@code extra_content} of the call, which the client
	 * sends back as it is, if there is any
	 */
	public void toolCall(String callId, String name, String arguments, @Nullable ObjectNode extraContent) {
		ObjectNode call = this.toolCalls.addObject().put("id", callId).put("type", "function");
		call.putObject("function").put("name", name).put("arguments", arguments);
		if (extraContent != null) {
			call.set("extra_content", extraContent);
		}
	}

	/**
	 * Whether any tool is called.
	 * @return {@code true} if one is
	 */
	public boolean hasToolCalls() {
		return !this.toolCalls.isEmpty();
	}

	/**
	 * Where a part of the text comes from.
	 * @param annotation OpenAI's {@code url_citation}, or another type for what OpenAI's
	 * dialect has no word for
	 */
	public void annotation(ObjectNode annotation) {
		this.annotations.add(annotation);
	}

	/**
	 * The probabilities of the tokens.
	 * @param values OpenAI's object {@code logprobs}
	 */
	public void logprobs(JsonNode values) {
		this.logprobs = values;
	}

	/**
	 * Any other member of the message, for what OpenAI's dialect has no word for.
	 * @param name its name
	 * @param value its value
	 */
	public void extension(String name, JsonNode value) {
		this.extensions.set(name, value);
	}

	/**
	 * The end.
	 * @param reason why it ended
	 */
	public void finish(FinishReason reason) {
		this.finish = reason;
	}

	ObjectNode toJson() {
		ObjectNode choice = Json.object();
		choice.put("index", this.index);
		choice.set("message", message());
		choice.set("logprobs", this.logprobs);
		return choice.put("finish_reason", this.finish.id());
	}

	private ObjectNode message() {
		ObjectNode message = Json.object();
		message.put("role", "assistant").put("content", text(this.content)).put("refusal", text(this.refusal));
		if (this.reasoning != null) {
			message.put("reasoning_content", this.reasoning.toString());
		}
		setUnlessEmpty(message, "thinking_blocks", this.thinkingBlocks);
		setUnlessEmpty(message, "annotations", this.annotations);
		setUnlessEmpty(message, "tool_calls", this.toolCalls);
		return message.setAll(this.extensions);
	}

	private static void setUnlessEmpty(ObjectNode message, String name, ArrayNode values) {
		if (!values.isEmpty()) {
			message.set(name, values);
		}
	}

	private static StringBuilder append(@Nullable StringBuilder before, String text) {
		return ((before != null) ? before : new StringBuilder()).append(text);
	}

	private static @Nullable String text(@Nullable StringBuilder collected) {
		return (collected != null) ? collected.toString() : null;
	}

}
