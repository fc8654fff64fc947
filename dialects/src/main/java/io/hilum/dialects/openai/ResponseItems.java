package io.hilum.dialects.openai;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.chat.ChatDocument;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of a response as a chat completion tells them, with the events that tell them
 * on. Only the first choice: responses have no others. Created per answer and not
 * thread-safe.
 */
final class ResponseItems implements ChatDocument {

	private final ResponseDocument document;

	private final ResponseEvents events;

	private final Map<Integer, ResponseCall> calls = new TreeMap<>();

	private final ArrayNode thinkingBlocks = Json.mapper().createArrayNode();

	private @Nullable ResponseReasoning reasoning;

	private @Nullable ResponseMessage message;

	private boolean begun;

	ResponseItems(ResponseDocument document, EventWriter writer) {
		this.document = document;
		this.events = new ResponseEvents(writer);
	}

	@Override
	public boolean firstChoiceOnly() {
		return true;
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		if (!this.begun) {
			this.document.identify(id, model);
		}
	}

	private void begin() {
		if (!this.begun) {
			this.begun = true;
			this.events.response("response.created", this.document.toJson("in_progress"));
			this.events.response("response.in_progress", this.document.toJson("in_progress"));
		}
	}

	@Override
	public void reasoning(int choice, String text) {
		reasoning().text(text);
	}

	private ResponseReasoning reasoning() {
		begin();
		ResponseReasoning item = this.reasoning;
		if (item == null) {
			int index = place();
			item = new ResponseReasoning(this.document.idOf("rs", index), index, this.events);
			this.reasoning = item;
		}
		return item;
	}

	@Override
	public void thinkingBlock(int choice, JsonNode block) {
		ThinkingBlocks.add(this.thinkingBlocks, block);
	}

	@Override
	public void content(int choice, String text) {
		message().text(text);
	}

	@Override
	public void refusal(int choice, String text) {
		message().refusal(text);
	}

	private ResponseMessage message() {
		begin();
		closeReasoning();
		ResponseMessage item = this.message;
		if (item == null) {
			int index = place();
			item = new ResponseMessage(this.document.idOf("msg", index), index, this.events);
			this.message = item;
		}
		return item;
	}

	@Override
	public void annotation(int choice, JsonNode annotation) {
		if (this.message != null) {
			this.message.annotation(annotation);
		}
	}

	@Override
	public void toolCall(int choice, int index, String callId, String name) {
		begin();
		closeReasoning();
		closeMessage();
		int place = place();
		this.calls.put(index, new ResponseCall(this.document.idOf("fc", place), place, callId, name, this.events));
	}

	@Override
	public void toolArguments(int choice, int index, String fragment) {
		ResponseCall call = this.calls.get(index);
		if (call != null) {
			call.arguments(fragment);
		}
	}

	/**
	 * The place of the next item, which is filled when it is closed.
	 */
	private int place() {
		this.document.output().addObject();
		return this.document.output().size() - 1;
	}

	private void closeReasoning() {
		ResponseReasoning item = this.reasoning;
		if (item == null && !this.thinkingBlocks.isEmpty()) {
			item = reasoning();
		}
		if (item != null && !item.isClosed()) {
			this.document.output().set(item.index(), item.close(this.thinkingBlocks));
		}
	}

	private void closeMessage() {
		ResponseMessage item = this.message;
		if (item != null) {
			this.message = null;
			this.document.output().set(item.index(), item.close(this.document.isIncomplete()));
		}
	}

	@Override
	public void finish(int choice, String reason) {
		this.document.finish(reason);
	}

	@Override
	public void usage(ChatUsage usage) {
		this.document.usage(usage);
	}

	@Override
	public void error(ObjectNode error) {
		this.events.error(error);
	}

	@Override
	public void done() {
		begin();
		closeReasoning();
		closeMessage();
		this.calls.values().forEach((call) -> this.document.output().set(call.index(), call.close()));
		this.events.response("response." + status(), toJson());
	}

	private String status() {
		return this.document.isIncomplete() ? "incomplete" : "completed";
	}

	@Override
	public ObjectNode toJson() {
		return this.document.toJson(status());
	}

}
