package io.hilum.agents.model.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.mandate.Answer;
import io.hilum.agents.mandate.GatewayCalls;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ChatModel;
import io.hilum.agents.model.Reply;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.problem.AgentProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Asks by {@code POST /v1/chat/completions} of the gateway, so that limits,
 * de-identification, ledger and audit hold for every step.
 */
@Component
class GatewayModel implements ChatModel {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int NANO_DIGITS = 9;

	private final GatewayCalls gateway;

	private final ModelProperties properties;

	GatewayModel(GatewayCalls gateway, ModelProperties properties) {
		this.gateway = gateway;
		this.properties = properties;
	}

	@Override
	public Mono<Reply> ask(Mandate mandate, ArrayNode messages, ArrayNode tools, ArrayNode identities) {
		ObjectNode body = JSON.createObjectNode().put("model", mandate.model());
		body.set("messages", messages);
		body.set("tools", tools);
		body.put("max_tokens", this.properties.maxOutput());
		if (!identities.isEmpty()) {
			body.putObject("hilum").set("identities", identities);
		}
		return this.gateway.post(mandate, "/v1/chat/completions", body).map(this::reply);
	}

	private Reply reply(Answer answer) {
		JsonNode usage = answer.body().path("usage");
		if (!(answer.body().at("/choices/0/message") instanceof ObjectNode message)) {
			throw AgentProblem.unavailable("The model gave no answer. Ask again");
		}
		List<ToolCall> calls = new ArrayList<>();
		for (JsonNode call : message.path("tool_calls")) {
			calls.add(new ToolCall(call.path("id").asString(""), call.at("/function/name").asString(""),
					call.at("/function/arguments").asString("")));
		}
		return new Reply(kept(message), calls, usage.path("prompt_tokens").asLong(0),
				usage.path("completion_tokens").asLong(0), nanoUsd(answer.costUsd()));
	}

	/** What a model may be told again that it said: text and calls, and nothing else. */
	private static ObjectNode kept(ObjectNode message) {
		ObjectNode kept = JSON.createObjectNode().put("role", "assistant");
		kept.set("content", message.path("content").isString() ? message.get("content") : JSON.nullNode());
		if (message.get("tool_calls") instanceof ArrayNode calls && !calls.isEmpty()) {
			kept.set("tool_calls", calls.deepCopy());
		}
		return kept;
	}

	private static long nanoUsd(@Nullable String usd) {
		try {
			return (usd != null)
					? new BigDecimal(usd).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.UP).longValueExact() : 0;
		}
		catch (NumberFormatException ex) {
			throw AgentProblem.unavailable("A step of the run did not say what it cost");
		}
	}

}
