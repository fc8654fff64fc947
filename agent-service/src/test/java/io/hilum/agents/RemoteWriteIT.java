package io.hilum.agents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.agents.harness.RunningAgents;
import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.remote.mcp.McpPeer;
import io.hilum.parts.Parts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs that write by the tools of an MCP server of the SDK: asked for, called once, or
 * not at all.
 */
class RemoteWriteIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final AtomicInteger RUNS = new AtomicInteger();

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static McpPeer peer;

	private static RunningAgents agents;

	private final String run = "req_write" + RUNS.incrementAndGet();

	@BeforeAll
	static void start() throws Exception {
		peer = new McpPeer();
		peer.put(McpPeer.tool("order", "Orders", "text"),
				(arguments) -> McpPeer.said("Ordered " + arguments.get("text")));
		peer.put(McpPeer.tool("breaking", "Orders and breaks", "text"), (arguments) -> {
			peer.hangUp();
			return McpPeer.said("never");
		});
		agents = RunningAgents.start(GATEWAY,
				Map.of("HILUM_REDIS", Parts.redis().url(), "hilum.runs.kept.timeout", "30s",
						"spring.data.redis.timeout", "30s", "spring.data.redis.connect-timeout", "30s",
						"hilum.mcp.connect-timeout", "20s", "hilum.mcp.time", "50s", "hilum.mcp.refresh", "1s",
						"SPRING_APPLICATION_JSON", servers()));
		RunningAgents
			.await(() -> offered().contains("\"inside__order\"") && offered().contains("\"inside__breaking\""));
	}

	private static String servers() {
		return JSON.writeValueAsString(Map.of("hilum",
				Map.of("mcp", Map.of("servers", List.of(server("inside", true), server("outside", false))))));
	}

	private static Map<String, Object> server(String id, boolean inside) {
		return Map.of("id", id, "url", peer.url(), "inside", inside, "tools",
				List.of("order", "breaking")
					.stream()
					.map((name) -> Map.of("name", name, "roles", List.of("Clinician"), "agents",
							List.of("agent/clinical"), "writes", true))
					.toList());
	}

	private static String offered() {
		GATEWAY.follow((step) -> Mono.just(ScriptedGateway.nothingFound()));
		agents.send(agents.run("agent/clinical", RunningAgents.person("req_offered", "iss|amelia", "Clinician"),
				question(true)));
		return GATEWAY.steps().getFirst().body();
	}

	@AfterAll
	static void stop() {
		GATEWAY.close();
		agents.close();
		peer.close();
	}

	@BeforeEach
	void forget() {
		peer.asked().clear();
	}

	@Test
	void callsOnceWhatItsOwnerApprovedAndNothingElse() throws IOException {
		try (BufferedReader events = ordering("inside__order")) {
			JsonNode approval = RunningAgents.approval(events);
			assertThat(approval.path("tool").asString()).isEqualTo("inside__order");
			assertThat(approval.path("arguments")).isEqualTo(JSON.readTree("{\"text\":\"aspirin\"}"));
			assertThat(peer.asked()).isEmpty();
			String hash = approval.path("hash").asString();
			assertThat(decide(approval, "approve", hash.substring(0, 70) + "0").body()).contains("approval_changed");
			assertThat(peer.asked()).isEmpty();
			assertThat(decide(approval, "approve", hash).statusCode()).isEqualTo(200);
			assertThat(decide(approval, "approve", hash).statusCode()).isEqualTo(409);
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		assertThat(peer.asked()).containsExactly(Map.of("text", "aspirin"));
		assertThat(GATEWAY.steps().getLast().body()).contains("Ordered aspirin");
	}

	@Test
	void callsNothingThatWasRefused() throws IOException {
		try (BufferedReader events = ordering("inside__order")) {
			JsonNode approval = RunningAgents.approval(events);
			assertThat(decide(approval, "refuse", approval.path("hash").asString()).statusCode()).isEqualTo(200);
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		assertThat(peer.asked()).isEmpty();
		assertThat(GATEWAY.steps().getLast().body()).contains("approval_refused");
	}

	@Test
	void doesNotCallAgainWhatItDoesNotKnowTheEndOf() throws IOException {
		try (BufferedReader events = ordering("inside__breaking")) {
			JsonNode approval = RunningAgents.approval(events);
			assertThat(decide(approval, "approve", approval.path("hash").asString()).statusCode()).isEqualTo(200);
			assertThat(events.lines().toList()).contains("data: [DONE]");
		}
		assertThat(peer.asked()).containsExactly(Map.of("text", "aspirin"));
		assertThat(GATEWAY.steps().getLast().body()).contains("write_unknown");
	}

	@Test
	void offersNothingThatWritesOutsideNorWhereNobodyCanBeAsked() {
		assertThat(offered()).doesNotContain("outside__");
		agents.send(agents.run("agent/clinical", RunningAgents.person(this.run, "iss|amelia", "Clinician"),
				question(false)));
		assertThat(GATEWAY.steps().getLast().body()).doesNotContain("inside__");
	}

	private BufferedReader ordering(String tool) {
		GATEWAY.follow((step) -> Mono.just((GATEWAY.steps().size() == 1)
				? ScriptedGateway.calling(tool, "{\"text\":\"aspirin\"}") : ScriptedGateway.nothingFound()));
		HttpResponse<InputStream> answer = agents.send(
				agents.run("agent/clinical", RunningAgents.person(this.run, "iss|amelia", "Clinician"), question(true)),
				HttpResponse.BodyHandlers.ofInputStream());
		return RunningAgents.events(answer.body());
	}

	private HttpResponse<String> decide(JsonNode approval, String decision, String hash) {
		String path = "/v1/agents/runs/" + this.run + "/approvals/" + approval.path("call").asString();
		return agents.send(agents.request(path, RunningAgents.person("req_decision", "iss|amelia", "Clinician"))
			.POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"" + decision + "\",\"hash\":\"" + hash + "\"}"))
			.build());
	}

	private static String question(boolean stream) {
		return "{\"model\":\"agent/clinical\",\"stream\":" + stream
				+ ",\"messages\":[{\"role\":\"user\",\"content\":\"Order it.\"}]}";
	}

}
