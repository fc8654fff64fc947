package io.hilum.agents;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.agents.harness.RunningAgents;
import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.harness.ScriptedGateway.Reply;
import io.hilum.agents.harness.ScriptedGateway.Step;
import io.hilum.trust.context.ServiceContext;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Our own tools, called by the SDK's client as the gateway would call them, with event
 * loops guarded.
 */
@ExtendWith(OutputCaptureExtension.class)
class OfferIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String PASSAGES = """
			{"passages":[{"id":"notes/1#1","document":{"title":"Visit of Irma Peter"},"text":"Irma Peter, MRN 964741, coughs."}]}""";

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static RunningAgents agents;

	@BeforeAll
	static void start() {
		agents = RunningAgents.start(GATEWAY, Map.of());
	}

	@AfterAll
	static void stop() {
		GATEWAY.close();
		agents.close();
	}

	@Test
	void offersEachRoleItsTools() {
		try (McpSyncClient client = client("Billing")) {
			McpSchema.InitializeResult server = client.initialize();
			assertThat(server.serverInfo().name()).isEqualTo("hilum");
			List<McpSchema.Tool> tools = client.listTools().tools();
			assertThat(tools).extracting(McpSchema.Tool::name)
				.containsExactlyInAnyOrder("lookup_icd10cm", "lookup_hcpcs", "lookup_ndc", "check_npi",
						"search_collections");
			assertThat(tools).allMatch((tool) -> tool.annotations().readOnlyHint());
		}
		try (McpSyncClient client = client("Researcher")) {
			client.initialize();
			assertThat(client.listTools().tools()).isEmpty();
		}
	}

	@Test
	void looksUpChecksAndConverts() {
		try (McpSyncClient client = client("Clinician")) {
			client.initialize();
			assertThat(data(client, "lookup_icd10cm", Map.of("query", "I10")).at("/codes/0/code").asString())
				.isEqualTo("I10");
			assertThat(data(client, "check_npi", Map.of("npi", "1234567893")).path("valid").asBoolean()).isTrue();
			assertThat(
					data(client, "convert_unit", Map.of("value", 1, "from", "g", "to", "mg")).path("value").asString())
				.startsWith("1000");
			McpSchema.CallToolResult wrong = call(client, "check_npi", Map.of("number", "1"));
			assertThat(wrong.isError()).isTrue();
			assertThat(text(wrong)).contains("arguments_invalid");
			Throwable unknown = catchThrowable(() -> call(client, "lookup_hcpcs", Map.of("query", "A0425")));
			assertThat(unknown).isNotNull();
		}
	}

	@Test
	void searchesAsTheCallerAndLetsNoIdentifierOut(CapturedOutput output) {
		GATEWAY.follow((step) -> Mono
			.just(step.path().equals("/v1/search") ? new Reply(200, PASSAGES) : ScriptedGateway.masked(step)));
		try (McpSyncClient client = client("Clinician")) {
			client.initialize();
			JsonNode found = data(client, "search_collections",
					Map.of("query", "cough of Irma Peter", "collections", List.of("notes")));
			assertThat(found.at("/0/text").asString()).isEqualTo("[NAME_7KQ2], MRN [MRN_4TT1], coughs.");
			assertThat(found.at("/0/title").asString()).isEqualTo("Visit of [NAME_7KQ2]");
		}
		Step search = GATEWAY.steps().getFirst();
		assertThat(search.authorization()).isEqualTo("Hilum-Run sealed");
		assertThat(JSON.readTree(search.body()).toString())
			.isEqualTo("{\"query\":\"cough of Irma Peter\",\"limit\":4,\"collections\":[\"notes\"]}");
		assertThat(output.getAll()).doesNotContain("Irma", "964741");
	}

	@Test
	void letsNothingOutIfIdentifiersCannotBeTakenOut() {
		GATEWAY.follow((step) -> Mono.just(step.path().equals("/v1/search") ? new Reply(200, PASSAGES)
				: new Reply(503, "{\"error\":{\"code\":\"phi_scrubber_unavailable\"}}")));
		HttpResponse<String> away = post(search());
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(away.body()).doesNotContain("Irma", "964741");
		assertThat(away.headers().firstValue("hilum-tool")).contains("search_collections");
		GATEWAY.follow((step) -> Mono.just(step.path().equals("/v1/search") ? new Reply(200, PASSAGES)
				: new Reply(403, "{\"error\":{\"code\":\"no_role\"}}")));
		HttpResponse<String> refused = post(search());
		assertThat(refused.body()).contains("identifiers_not_taken_out").doesNotContain("Irma", "964741");
	}

	@Test
	void saysWhatWasCalledAndWhatIsNoMessage() {
		HttpResponse<String> called = post(
				"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"check_npi\",\"arguments\":{\"npi\":\"1\"}}}");
		assertThat(called.headers().firstValue("hilum-tool")).contains("check_npi");
		assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").statusCode()).isEqualTo(202);
		for (String body : List.of("", "[]", "Irma Peter", "{}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")) {
			assertThat(post(body).statusCode()).as(body).isEqualTo(400);
		}
		assertThat(post("\"" + "x".repeat(70_000) + "\"").statusCode()).isEqualTo(413);
	}

	@Test
	void isForTheGatewayAlone() {
		HttpRequest request = HttpRequest.newBuilder(agents.uri("/mcp"))
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(search()))
			.build();
		assertThat(agents.send(request).statusCode()).isEqualTo(401);
	}

	private static String search() {
		return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_collections\","
				+ "\"arguments\":{\"query\":\"cough\",\"collections\":[\"notes\"]}}}";
	}

	private static JsonNode data(McpSyncClient client, String tool, Map<String, Object> arguments) {
		McpSchema.CallToolResult result = call(client, tool, arguments);
		assertThat(result.isError()).as(text(result)).isFalse();
		JsonNode content = JSON.readTree(text(result));
		assertThat(content.path("notice").asString()).contains("Quoted data");
		return content.path("data");
	}

	private static McpSchema.CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
		return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
	}

	private static String text(McpSchema.CallToolResult result) {
		return ((McpSchema.TextContent) result.content().getFirst()).text();
	}

	private static McpSyncClient client(String role) {
		var transport = HttpClientStreamableHttpTransport.builder(agents.uri("").toString())
			.endpoint("/mcp")
			.requestBuilder(agents.request("/mcp", asker(role)))
			.build();
		return McpClient.sync(transport).requestTimeout(Duration.ofSeconds(90)).build();
	}

	private static HttpResponse<String> post(String body) {
		return agents
			.send(agents.request("/mcp", asker("Clinician")).POST(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	private static ServiceContext asker(String role) {
		return RunningAgents.person("req_1", "iss|amelia", role);
	}

}
