package io.hilum.agents;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.agents.harness.ScriptedGateway;
import io.hilum.agents.harness.ScriptedGateway.Reply;
import io.hilum.agents.harness.ScriptedGateway.Step;
import io.hilum.architecture.EventLoops;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Our own tools, called by the SDK's client as the gateway would call them, with event
 * loops guarded.
 */
@ExtendWith(OutputCaptureExtension.class)
class OfferIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String KEY = Base64.getEncoder()
		.encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

	private static final String PASSAGES = """
			{"passages":[{"id":"notes/1#1","document":{"title":"Visit of Irma Peter"},"text":"Irma Peter, MRN 964741, coughs."}]}""";

	private static final ScriptedGateway GATEWAY = new ScriptedGateway();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		EventLoops.guard();
		context = AgentApplication.application()
			.run("--server.port=0", "--logging.structured.format.console=", "--HILUM_CONTEXT_KEY_GATEWAY_AGENT=" + KEY,
					"--HILUM_GATEWAY_URL=" + GATEWAY.url(), "--hilum.gateway.connect-timeout=30s",
					"--hilum.tools.time=60s");
	}

	@AfterAll
	static void stop() {
		GATEWAY.close();
		context.close();
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
		GATEWAY.follow((step) -> Mono.just(step.path().equals("/v1/search") ? new Reply(200, PASSAGES) : masked(step)));
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
	void letsNothingOutIfIdentifiersCannotBeTakenOut() throws Exception {
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
	void saysWhatWasCalledAndWhatIsNoMessage() throws Exception {
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
	void isForTheGatewayAlone() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("/mcp"))
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(search()))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(401);
	}

	private static String search() {
		return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_collections\","
				+ "\"arguments\":{\"query\":\"cough\",\"collections\":[\"notes\"]}}}";
	}

	private static Reply masked(Step step) {
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode results = answer.putArray("results");
		JSON.readTree(step.body())
			.path("texts")
			.forEach((text) -> results.addObject()
				.put("masked", text.asString().replace("Irma Peter", "[NAME_7KQ2]").replace("964741", "[MRN_4TT1]")));
		return new Reply(200, answer.toString());
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
		var transport = HttpClientStreamableHttpTransport.builder(uri("").toString())
			.endpoint("/mcp")
			.requestBuilder(
					HttpRequest.newBuilder().header("Hilum-Context", signed(role)).header("Hilum-Delegation", "sealed"))
			.build();
		return McpClient.sync(transport).requestTimeout(Duration.ofSeconds(90)).build();
	}

	private static HttpResponse<String> post(String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("/mcp"))
			.header("content-type", "application/json")
			.header("Hilum-Context", signed("Clinician"))
			.header("Hilum-Delegation", "sealed")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static URI uri(String path) {
		return URI
			.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
	}

	private static String signed(String role) {
		ServiceContext asker = new ServiceContext("req_1", "iss|amelia", List.of(role), "ward", null, null, "treatment",
				PhiState.RAW, "none", "conversation");
		return new ContextSigner("gateway-service", Map.of("agent-service", ContextKey.parse(KEY)), Clock.systemUTC())
			.sign(asker, "agent-service");
	}

}
