package io.hilum.agents.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ChatModel;
import io.hilum.agents.model.Reply;
import io.hilum.agents.model.ToolCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that says what it is told to, and remembers what it was asked.
 */
final class ScriptedModel implements ChatModel {

	private final Function<Integer, Mono<Reply>> script;

	private final List<String> asked = new ArrayList<>();

	ScriptedModel(Function<Integer, Mono<Reply>> script) {
		this.script = script;
	}

	@Override
	public Mono<Reply> ask(Mandate mandate, ArrayNode messages, ArrayNode tools, ArrayNode identities) {
		this.asked.add(messages.toString());
		return this.script.apply(this.asked.size());
	}

	List<String> asked() {
		return this.asked;
	}

	static Mono<Reply> calls(String... namesAndArguments) {
		List<ToolCall> calls = new ArrayList<>();
		for (int i = 0; i < namesAndArguments.length; i += 2) {
			calls.add(new ToolCall("call_" + i, namesAndArguments[i], namesAndArguments[i + 1]));
		}
		return Mono.just(reply(calls, 100, 20, 1_000_000));
	}

	static Mono<Reply> says(String text) {
		Reply reply = reply(List.of(), 100, 20, 1_000_000);
		reply.message().put("content", text);
		return Mono.just(reply);
	}

	static Reply reply(List<ToolCall> calls, long input, long output, long nanoUsd) {
		ObjectNode message = JsonMapper.shared().createObjectNode().put("role", "assistant");
		calls.forEach((call) -> message.withArray("tool_calls")
			.addObject()
			.put("id", call.id())
			.put("type", "function")
			.putObject("function")
			.put("name", call.name())
			.put("arguments", call.arguments()));
		return new Reply(message, calls, input, output, nanoUsd);
	}

}
