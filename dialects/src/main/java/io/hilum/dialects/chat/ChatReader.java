package io.hilum.dialects.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads chat completions, whole and streamed, as servers really send them: with text as a
 * list of parts, tool calls without an index, a filtered choice without a message, a
 * stream without {@code [DONE]}. Created per answer and not thread-safe.
 */
public final class ChatReader {

	private final ChatSink sink;

	private final EventScanner scanner;

	private final Map<Integer, ToolCalls> calls = new HashMap<>();

	private final Set<Integer> open = new HashSet<>();

	private boolean anyFinished;

	private boolean reasoned;

	private boolean over;

	/**
	 * Create a reader.
	 * @param sink is told what the answer says
	 * @param maxEventBytes how long one event of a stream may be
	 */
	public ChatReader(ChatSink sink, int maxEventBytes) {
		this.sink = sink;
		this.scanner = new EventScanner(maxEventBytes);
	}

	/**
	 * Read a whole answer.
	 * @param body an object {@code chat.completion}
	 * @throws BrokenAnswerException if it is not one
	 */
	public void whole(byte[] body) {
		ObjectNode answer = Json.readAnswer(body);
		if (!answer.path("choices").isArray() || answer.path("choices").isEmpty()) {
			throw new BrokenAnswerException("An answer has no choices");
		}
		read(answer, "message");
		this.sink.done();
	}

	/**
	 * Read the next part of a stream.
	 * @param part bytes, cut anywhere
	 * @throws BrokenAnswerException if it is not a stream of chat chunks
	 */
	public void accept(byte[] part) {
		if (!this.scanner.take(part, this::event)) {
			throw new BrokenAnswerException("An event is too long");
		}
	}

	/**
	 * The stream has ended. It was whole if {@code [DONE]} came, or if every choice had
	 * ended; a last event that was cut says nothing.
	 */
	public void end() {
		try {
			this.scanner.end(this::event);
		}
		catch (BrokenAnswerException ex) {
			this.over = true;
		}
		if (!this.over && this.anyFinished && this.open.isEmpty()) {
			done();
		}
	}

	private void event(byte[] bytes, int start, int end) {
		EventData data = EventData.of(bytes, start, end);
		if (this.over || data.isEmpty()) {
			return;
		}
		if (data.isDone()) {
			done();
			return;
		}
		ObjectNode chunk = Json.readAnswer(data.bytes(), data.start(), data.end());
		if (chunk.hasNonNull("error") || chunk.path("object").asString("").equals("error")) {
			this.over = true;
			this.sink.error(chunk);
			return;
		}
		read(chunk, "delta");
	}

	private void done() {
		this.over = true;
		this.sink.done();
	}

	private void read(ObjectNode chunk, String part) {
		this.sink.identify(text(chunk.path("id")), text(chunk.path("model")));
		for (JsonNode choice : chunk.path("choices")) {
			int index = choice.path("index").asInt(0);
			this.open.add(index);
			boolean told = index == 0 || !this.sink.firstChoiceOnly();
			if (told) {
				readMessage(index, choice.path(part));
				readUsage(choice.path("usage"));
			}
			String reason = text(choice.path("finish_reason"));
			if (reason != null) {
				this.open.remove(index);
				this.anyFinished = true;
				if (told) {
					this.sink.finish(index, reason);
				}
			}
		}
		readUsage(chunk.path("x_groq").path("usage"));
		readUsage(chunk.path("usage"));
	}

	private void readUsage(JsonNode usage) {
		if (usage.isObject()) {
			this.sink.usage(usage(usage));
		}
	}

	private void readMessage(int choice, JsonNode message) {
		readReasoning(choice, message);
		readContent(choice, message.path("content"));
		String refusal = text(message.path("refusal"));
		if (refusal != null) {
			this.sink.refusal(choice, refusal);
		}
		message.path("annotations").forEach((annotation) -> this.sink.annotation(choice, annotation));
		ToolCalls known = this.calls.computeIfAbsent(choice, (index) -> new ToolCalls(index, this.sink));
		message.path("tool_calls").forEach(known::read);
		JsonNode function = message.path("function_call");
		if (text(function.path("name")) != null || text(function.path("arguments")) != null) {
			known.readFunction(function);
		}
	}

	private void readReasoning(int choice, JsonNode message) {
		String reasoning = text(message.path("reasoning_content"));
		reasoning = (reasoning != null) ? reasoning : text(message.path("reasoning"));
		if (reasoning != null) {
			this.reasoned = true;
			this.sink.reasoning(choice, reasoning);
		}
		for (JsonNode block : message.path("thinking_blocks")) {
			String thinking = text(block.path("thinking"));
			if (thinking != null && !this.reasoned) {
				this.sink.reasoning(choice, thinking);
			}
			this.sink.thinkingBlock(choice, block);
		}
	}

	private void readContent(int choice, JsonNode content) {
		String whole = text(content);
		if (whole != null) {
			this.sink.content(choice, whole);
		}
		if (!content.isArray()) {
			return;
		}
		for (JsonNode part : content) {
			String text = text(part.isString() ? part : part.path("text"));
			if (text != null) {
				this.sink.content(choice, text);
			}
			readThought(choice, part.path("thinking"));
			part.path("thinking").forEach((thought) -> readThought(choice, thought.path("text")));
		}
	}

	private void readThought(int choice, JsonNode thought) {
		String thinking = text(thought);
		if (thinking != null) {
			this.sink.reasoning(choice, thinking);
		}
	}

	private static ChatUsage usage(JsonNode usage) {
		JsonNode input = usage.path("prompt_tokens_details");
		JsonNode output = usage.path("completion_tokens_details");
		return new ChatUsage(usage.path("prompt_tokens").asLong(0), usage.path("completion_tokens").asLong(0),
				input.path("cached_tokens").asLong(0), input.path("cache_write_tokens").asLong(0),
				output.path("reasoning_tokens").asLong(0));
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.asString().isEmpty()) ? node.asString() : null;
	}

}
