package io.hilum.agents.run.web;

import java.util.Map;

import io.hilum.agents.body.RequestBody;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.run.Runs;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * {@code /v1/agents/runs/{id}} and what is below it: what an owner asks of a run from
 * another connection than its own.
 */
@Component
class KeptRunHandler {

	/** By which the gateway learns what the event on record is called. */
	private static final String ACTION = "Hilum-Action";

	private static final int MOST = 4096;

	private static final Map<String, Boolean> WORDS = Map.of("approve", true, "refuse", false);

	private final Runs runs;

	KeptRunHandler(Runs runs) {
		this.runs = runs;
	}

	Mono<ServerResponse> find(ServerRequest request) {
		return this.runs.find(request.pathVariable("id"), asker(request)).flatMap((run) -> answer(run, "read"));
	}

	Mono<ServerResponse> cancel(ServerRequest request) {
		return this.runs.cancel(request.pathVariable("id"), asker(request)).flatMap((run) -> answer(run, "cancel"));
	}

	Mono<ServerResponse> replay(ServerRequest request) {
		return this.runs.replay(request.pathVariable("id"), asker(request))
			.flatMap((report) -> answer(report, "replay"));
	}

	Mono<ServerResponse> decide(ServerRequest request) {
		return body(request).flatMap((body) -> {
			String word = body.path("decision").asString("");
			Boolean approve = WORDS.get(word);
			if (approve == null || !body.path("hash").isString()) {
				throw AgentProblem.invalid(
						"A decision is {\"decision\": \"approve\" or \"refuse\", \"hash\": \"sha256:…\"}", "decision");
			}
			return this.runs
				.decide(request.pathVariable("id"), request.pathVariable("call"), approve,
						body.path("hash").asString(""), asker(request))
				.flatMap((decided) -> answer(decided, word));
		});
	}

	private static ServiceContext asker(ServerRequest request) {
		return ContextWebFilter.contextOf(request.exchange());
	}

	private static Mono<JsonNode> body(ServerRequest request) {
		return RequestBody.of(request.exchange().getRequest(), MOST).map(KeptRunHandler::read);
	}

	private static JsonNode read(byte[] body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			throw AgentProblem.invalid("The request is no valid JSON", null);
		}
	}

	private static Mono<ServerResponse> answer(ObjectNode body, String verb) {
		return ServerResponse.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header("cache-control", "no-store")
			.header(ACTION, "agents." + verb)
			.bodyValue(JsonMapper.shared().writeValueAsBytes(body));
	}

}
