package io.hilum.agents.pseudonym;

import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.mandate.Answer;
import io.hilum.agents.mandate.GatewayCalls;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.problem.AgentProblem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Asks {@code POST /v1/phi/preview} of the gateway. What is not answered whole is a
 * failure, and a failure keeps the value here.
 */
@Component
class GatewayPseudonyms implements Pseudonyms {

	private static final String PATH = "/v1/phi/preview";

	private final GatewayCalls gateway;

	GatewayPseudonyms(GatewayCalls gateway) {
		this.gateway = gateway;
	}

	@Override
	public Mono<JsonNode> in(JsonNode value, Mandate mandate, ArrayNode identities) {
		List<String> texts = Leaves.of(value);
		if (texts.isEmpty()) {
			return Mono.just(value);
		}
		ObjectNode body = JsonMapper.shared().createObjectNode();
		texts.forEach(body.putArray("texts")::add);
		if (!identities.isEmpty()) {
			body.set("identities", identities);
		}
		return this.gateway.post(mandate, PATH, body)
			.map((answer) -> Leaves.replaced(value, masked(answer, texts.size()).iterator()));
	}

	private static List<String> masked(Answer answer, int expected) {
		List<String> masked = new ArrayList<>();
		answer.body().path("results").forEach((result) -> result.path("masked").asStringOpt().ifPresent(masked::add));
		if (masked.size() != expected) {
			throw AgentProblem.unavailable("Identifiers could not be taken out, so nothing was sent. Ask again");
		}
		return masked;
	}

}
