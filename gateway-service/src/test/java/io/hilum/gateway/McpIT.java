package io.hilum.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.hilum.gateway.harness.AgentStep;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static io.hilum.gateway.harness.Answers.code;
import static io.hilum.gateway.harness.Answers.requestId;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools by MCP through the whole gateway: the way in, and the steps that come back.
 */
class McpIT {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
			+ "{\"name\":\"search_collections\",\"arguments\":{\"query\":\"Irma Peter\"}}}";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private RunningGateway gateway = RunningGateway.shared();

	private final String clinician = this.gateway.issuer.token("amelia", "Clinician", "offline_access");

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
		this.gateway.agent.follow((call) -> answered());
	}

	@Test
	void passesACallOnAsItsCallerAndPutsItOnRecord() {
		HttpResponse<String> answer = call(this.clinician);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"result\":{}}");
		Received call = this.gateway.agent.received().getFirst();
		assertThat(call.uri()).isEqualTo("/mcp");
		assertThat(call.body()).isEqualTo(CALL);
		assertThat(call.headers()).containsKey("hilum-delegation").doesNotContainKey("authorization");
		ServiceContext who = this.gateway.contextFor("agent-service", call);
		assertThat(who.subject()).endsWith("|amelia");
		assertThat(who.roles()).containsExactly("Clinician");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("action").asString()).isEqualTo("mcp.call");
		assertThat(event.get("resource").asString()).isEqualTo("mcp/search_collections");
		assertThat(event.toString()).doesNotContain("Irma");
	}

	@Test
	void isForThoseWhoSignInAndMay() {
		HttpRequest nobody = HttpRequest.newBuilder(this.gateway.uri("/mcp"))
			.timeout(PATIENCE)
			.POST(HttpRequest.BodyPublishers.ofString(CALL))
			.build();
		assertThat(this.gateway.send(nobody).statusCode()).isEqualTo(401);
		HttpResponse<String> typist = call(this.gateway.issuer.token("ty", "Typist"));
		assertThat(typist.statusCode()).isEqualTo(403);
		assertThat(code(typist)).isEqualTo("feature_not_allowed");
		HttpResponse<String> page = this.gateway
			.send(this.gateway.post("/mcp", this.clinician, CALL).header("origin", "https://mallory.example").build());
		assertThat(page.statusCode()).isEqualTo(403);
		HttpResponse<String> stream = this.gateway.send(this.gateway.get(this.clinician, "/mcp").build());
		assertThat(stream.statusCode()).isEqualTo(405);
		assertThat(stream.headers().firstValue("allow")).contains("POST");
		HttpResponse<String> large = this.gateway
			.send(this.gateway.post("/mcp", this.clinician, "\"" + "x".repeat(70_000) + "\"").build());
		assertThat(large.statusCode()).isEqualTo(413);
		assertThat(this.gateway.agent.received()).isEmpty();
	}

	@Test
	void letsItsStepsSearchAndTakeIdentifiersOutAndAskNoModel() {
		call(this.clinician);
		Received call = this.gateway.agent.received().getFirst();
		HttpResponse<String> search = step(call, "/v1/search", "{\"query\":\"x\"}");
		assertThat(search.statusCode()).as(search.body()).isEqualTo(200);
		assertThat(this.gateway.contextFor("rag-service", this.gateway.rag.received().getFirst()).subject())
			.endsWith("|amelia");
		this.gateway.scrubber.follow((asked) -> Reply.json(200, "{\"results\":[]}"));
		assertThat(step(call, "/v1/phi/preview", "{\"texts\":[\"x\"]}").statusCode()).isEqualTo(200);
		HttpResponse<String> model = step(call, "/v1/chat/completions",
				"{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
		assertThat(code(model)).isEqualTo("invalid_delegation");
		assertThat(code(step(call, "/mcp", CALL))).isEqualTo("invalid_delegation");
		assertThat(this.gateway.routing.received()).isEmpty();
		JsonNode event = this.gateway.topics.audit(requestId(search)).getFirst();
		assertThat(event.at("/actors/0").asString()).isEqualTo("mcp");
	}

	@Test
	void makesPseudonymsOfARunThoseOfItsConversation() {
		this.gateway.agent.follow((run) -> Reply.json(200, "{\"choices\":[]}"));
		String question = "{\"model\":\"agent/coding\",\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter?\"}]}";
		this.gateway.send(this.gateway.chat(this.clinician, question).build());
		Received run = this.gateway.agent.received().getFirst();
		this.gateway.scrubber.follow((asked) -> Reply.json(200, "{\"results\":[]}"));
		assertThat(step(run, "/v1/phi/preview", "{\"texts\":[\"x\"]}").statusCode()).isEqualTo(200);
		ServiceContext preview = this.gateway.contextFor("phi-scrubber-service",
				this.gateway.scrubber.received().getFirst());
		assertThat(preview.conversation()).isEqualTo(this.gateway.contextFor("agent-service", run).conversation())
			.isNotEqualTo(preview.requestId());
	}

	@Test
	void saysWhenNoToolCanBeReached() {
		this.gateway.agent.follow((call) -> Reply.reset());
		HttpResponse<String> away = call(this.clinician);
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(code(away)).isEqualTo("agents_unavailable");
		this.gateway.agent.follow((call) -> new Reply(503,
				Map.of("content-type", "application/json", "Hilum-Tool", "search_collections", "retry-after", "2"),
				Flux.just("{\"error\":{\"code\":\"phi_scrubber_unavailable\",\"message\":\"m\"}}")));
		HttpResponse<String> refused = call(this.clinician);
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("retry-after")).contains("2");
		JsonNode event = this.gateway.topics.audit(requestId(refused)).getFirst();
		assertThat(event.get("decision").asString()).isEqualToIgnoringCase("refused");
		assertThat(event.get("resource").asString()).isEqualTo("mcp/search_collections");
	}

	private HttpResponse<String> call(String credential) {
		return this.gateway.send(this.gateway.post("/mcp", credential, CALL).build());
	}

	private HttpResponse<String> step(Received run, String path, String body) {
		return this.gateway.send(AgentStep.of(this.gateway, run, path, body));
	}

	private static Reply answered() {
		return new Reply(200, Map.of("content-type", "application/json", "Hilum-Tool", "search_collections"),
				Flux.just("{\"result\":{}}"));
	}

}
