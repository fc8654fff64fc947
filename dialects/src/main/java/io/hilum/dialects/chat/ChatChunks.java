package io.hilum.dialects.chat;

import java.util.function.Consumer;

import io.hilum.dialects.sse.EventWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a streamed chat completion: events {@code chat.completion.chunk} and
 * {@code [DONE]}. Collects them until they are drained. Created per stream and not
 * thread-safe.
 */
public final class ChatChunks {

	private static final Consumer<JsonGenerator> NOTHING = (json) -> {
	};

	private final EventWriter events = new EventWriter();

	private final long createdSeconds;

	private String id;

	private String model;

	private @Nullable String serviceTier;

	/**
	 * Begin a stream.
	 * @param id what the completion is called until the provider says its own name for it
	 * @param model the model that answers, until the provider says it better
	 * @param createdSeconds the time of the request, in seconds since 1970
	 */
	public ChatChunks(String id, String model, long createdSeconds) {
		this.id = id;
		this.model = model;
		this.createdSeconds = createdSeconds;
	}

	/**
	 * Take over what the provider calls itself. For chunks that are not written yet.
	 * @param providersId the id of the answer, if it has one
	 * @param providersModel the model, if it says so
	 */
	public void identify(@Nullable String providersId, @Nullable String providersModel) {
		this.id = (providersId != null) ? providersId : this.id;
		this.model = (providersModel != null) ? providersModel : this.model;
	}

	/**
	 * In which tier the provider served it. For chunks that are not written yet.
	 * @param tier OpenAI's word for it
	 */
	public void serviceTier(String tier) {
		this.serviceTier = tier;
	}

	/**
	 * The first chunk of a choice.
	 * @param choice its index
	 */
	public void role(int choice) {
		delta(choice, (json) -> {
			json.writeStringProperty("role", "assistant");
			json.writeStringProperty("content", "");
		});
	}

	/**
	 * A piece of text.
	 * @param choice the index of the choice
	 * @param text the piece
	 */
	public void content(int choice, String text) {
		delta(choice, (json) -> json.writeStringProperty("content", text));
	}

	/**
	 * A piece of a refusal.
	 * @param choice the index of the choice
	 * @param text the piece
	 */
	public void refusal(int choice, String text) {
		delta(choice, (json) -> json.writeStringProperty("refusal", text));
	}

	/**
	 * A piece of the model's reasoning.
	 * @param choice the index of the choice
	 * @param text the piece
	 */
	public void reasoning(int choice, String text) {
		delta(choice, (json) -> json.writeStringProperty("reasoning_content", text));
	}

	/**
	 * A piece of the model's reasoning, with the block that it belongs to.
	 * @param choice the index of the choice
	 * @param text the piece; empty if only the block grows, such as by its signature
	 * @param block the piece of the block, with its {@code index}
	 */
	public void thinking(int choice, String text, ObjectNode block) {
		delta(choice, (json) -> {
			if (!text.isEmpty()) {
				json.writeStringProperty("reasoning_content", text);
			}
			json.writeArrayPropertyStart("thinking_blocks");
			json.writePOJO(block);
			json.writeEndArray();
		});
	}

	/**
	 * A tool call begins.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param callId what the call is known by
	 * @param name the tool
	 */
	public void toolCall(int choice, int index, String callId, String name) {
		toolCall(choice, index, callId, name, null);
	}

	/**
	 * A tool call begins, with what only its provider says about it.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param callId what the call is known by
	 * @param name the tool
	 * @param extraContent the member {@code extra_content} of the call, which the client
	 * sends back as it is, if there is any
	 */
	public void toolCall(int choice, int index, String callId, String name, @Nullable ObjectNode extraContent) {
		toolCallDelta(choice, index, (json) -> {
			json.writeStringProperty("id", callId);
			json.writeStringProperty("type", "function");
			json.writeObjectPropertyStart("function");
			json.writeStringProperty("name", name);
			json.writeStringProperty("arguments", "");
			json.writeEndObject();
			if (extraContent != null) {
				json.writePOJOProperty("extra_content", extraContent);
			}
		});
	}

	/**
	 * A piece of the arguments of a tool call.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param fragment a piece of JSON text
	 */
	public void toolArguments(int choice, int index, String fragment) {
		toolCallDelta(choice, index, (json) -> {
			json.writeObjectPropertyStart("function");
			json.writeStringProperty("arguments", fragment);
			json.writeEndObject();
		});
	}

	private void toolCallDelta(int choice, int index, Consumer<JsonGenerator> members) {
		delta(choice, (json) -> {
			json.writeArrayPropertyStart("tool_calls");
			json.writeStartObject();
			json.writeNumberProperty("index", index);
			members.accept(json);
			json.writeEndObject();
			json.writeEndArray();
		});
	}

	/**
	 * The probabilities of tokens, of the text before.
	 * @param choice the index of the choice
	 * @param values OpenAI's object {@code logprobs}
	 */
	public void logprobs(int choice, JsonNode values) {
		choice(choice, NOTHING, (json) -> {
			json.writePOJOProperty("logprobs", values);
			json.writeNullProperty("finish_reason");
		});
	}

	/**
	 * Any other member of a delta, for what OpenAI's dialect has no word for. A list in
	 * it must be of objects with an {@code index}, or OpenAI's SDKs cannot put it
	 * together.
	 * @param choice the index of the choice
	 * @param name the name of the member
	 * @param value its value
	 */
	public void extension(int choice, String name, JsonNode value) {
		delta(choice, (json) -> json.writePOJOProperty(name, value));
	}

	/**
	 * The end of a choice.
	 * @param choice its index
	 * @param reason why it ended
	 */
	public void finish(int choice, FinishReason reason) {
		choice(choice, NOTHING, (json) -> json.writeStringProperty("finish_reason", reason.id()));
	}

	/**
	 * The chunk with the tokens, behind all choices.
	 * @param usage the tokens
	 */
	public void usage(ChatUsage usage) {
		chunk((json) -> {
			json.writeArrayPropertyStart("choices");
			json.writeEndArray();
			json.writePOJOProperty("usage", usage.toJson());
		});
	}

	/**
	 * An error in place of the rest of the stream.
	 * @param error what {@link ChatErrors} makes
	 */
	public void error(ObjectNode error) {
		this.events.event(null, error);
	}

	/**
	 * A comment, which says nothing and keeps the connection alive.
	 */
	public void keepAlive() {
		this.events.keepAlive();
	}

	/**
	 * The mark of the end.
	 */
	public void done() {
		this.events.done();
	}

	/**
	 * Take what was written.
	 * @return whole events, maybe none
	 */
	public byte[] drain() {
		return this.events.drain();
	}

	private void delta(int choice, Consumer<JsonGenerator> members) {
		choice(choice, members, (json) -> json.writeNullProperty("finish_reason"));
	}

	private void choice(int choice, Consumer<JsonGenerator> delta, Consumer<JsonGenerator> more) {
		chunk((json) -> {
			json.writeArrayPropertyStart("choices");
			json.writeStartObject();
			json.writeNumberProperty("index", choice);
			json.writeObjectPropertyStart("delta");
			delta.accept(json);
			json.writeEndObject();
			more.accept(json);
			json.writeEndObject();
			json.writeEndArray();
		});
	}

	private void chunk(Consumer<JsonGenerator> members) {
		this.events.event((json) -> {
			json.writeStringProperty("id", this.id);
			json.writeStringProperty("object", "chat.completion.chunk");
			json.writeNumberProperty("created", this.createdSeconds);
			json.writeStringProperty("model", this.model);
			if (this.serviceTier != null) {
				json.writeStringProperty("service_tier", this.serviceTier);
			}
			members.accept(json);
		});
	}

}
