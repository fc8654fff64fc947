package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the calls of functions of one candidate. A call is told when it is complete:
 * mostly at once, or at the end of its {@code partialArgs}. Created per candidate and not
 * thread-safe.
 */
final class CallReader {

	private final int choice;

	private final AnswerSink sink;

	private final CallIds callIds;

	private int count;

	private @Nullable OpenCall open;

	CallReader(int choice, AnswerSink sink, CallIds callIds) {
		this.choice = choice;
		this.sink = sink;
		this.callIds = callIds;
	}

	/**
	 * Read a call or a piece of one. A piece without a name goes on with the last one.
	 * @param call Google's {@code functionCall}
	 * @param signature the signature of its part, if there is one
	 */
	void read(JsonNode call, @Nullable String signature) {
		String name = call.path("name").asString("");
		OpenCall current = this.open;
		if (current == null || !name.isEmpty()) {
			end();
			if (name.isEmpty()) {
				return;
			}
			current = new OpenCall(id(call), name, signature);
			this.open = current;
		}
		if (call.path("args") instanceof ObjectNode args) {
			current.arguments.setAll(args);
		}
		for (JsonNode partial : call.path("partialArgs")) {
			current.partial.apply(partial);
		}
		if (!call.path("willContinue").asBoolean(false)) {
			end();
		}
	}

	private String id(JsonNode call) {
		String id = call.path("id").asString("");
		return id.isEmpty() ? this.callIds.of(this.choice, this.count) : id;
	}

	/**
	 * No more comes for the call that is open, if one is.
	 */
	void end() {
		OpenCall complete = this.open;
		this.open = null;
		if (complete != null) {
			this.sink.call(this.choice, this.count++, complete.close());
		}
	}

	int count() {
		return this.count;
	}

	/**
	 * A call whose arguments may still come.
	 */
	private static final class OpenCall {

		private final String id;

		private final String name;

		private final @Nullable String signature;

		private final ObjectNode arguments = Json.object();

		private final PartialArguments partial = new PartialArguments(this.arguments);

		private OpenCall(String id, String name, @Nullable String signature) {
			this.id = id;
			this.name = name;
			this.signature = signature;
		}

		private FunctionCall close() {
			return new FunctionCall(this.id, this.name, new String(Json.write(this.arguments), StandardCharsets.UTF_8),
					this.signature);
		}

	}

}
