package io.hilum.systemtests;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import io.hilum.systemtests.upstream.Exchange;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document is uploaded, found, de-identified on its way to the model and cited in the
 * answer; who is not on its access list does not know that it exists.
 */
@Order(45)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeIT {

	private static final String DOCUMENT = """
			# Stroke pathway

			## Lipids

			High-intensity statin therapy is started before discharge after an ischaemic stroke unless it is
			contraindicated. The pathway is kept by Thaddeus Merriwether, phone (906) 555-0171.

			## Rehabilitation

			Physiotherapy begins on the first day after admission.
			""";

	private static final String QUESTION = "When is a statin started after a stroke?";

	private final Suite suite;

	KnowledgeIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeAll
	void upload() {
		Gateway admin = this.suite.as("Admin");
		Answer created = admin.post("/v1/collections", """
				{"name": "pathways", "access": {"roles": ["Clinician"], "writers": ["Admin"]}}""");
		assertThat(created.status()).as(created.body()).isEqualTo(201);
		Answer accepted = admin.upload("/v1/collections/pathways/documents", "stroke.md", "text/markdown", DOCUMENT);
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		String document = "/v1/collections/pathways/documents/" + accepted.json().path("id").stringValue();
		Answer ready = Eventually.get(Duration.ofSeconds(180), () -> admin.get(document),
				(answer) -> answer.json().path("status").asString("").equals("ready"));
		assertThat(ready.json().path("status").asString("")).as(ready.body()).isEqualTo("ready");
	}

	@Test
	void passageIsFound() {
		JsonNode found = this.suite.as("Clinician").post("/v1/search", """
				{"collections": ["pathways"], "query": "%s"}""".formatted(QUESTION)).json();
		assertThat(found.path("passages").path(0).path("text").asString("")).contains("statin");
	}

	@Test
	void answerIsCitedAndThePassageReachesTheModelWithoutIdentifiers() {
		int known = this.suite.upstream().count();
		Answer answer = this.suite.as("Clinician").post("/v1/chat/completions", chat("pathways"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("hilum").path("citations").path(0).path("collection").asString(""))
			.isEqualTo("pathways");
		assertThat(this.suite.upstream().exchangesAfter(known)).singleElement()
			.extracting(Exchange::body)
			.asString()
			.contains("High-intensity statin therapy")
			.doesNotContain("Merriwether", "(906) 555-0171", "\"hilum\"");
	}

	@Test
	void streamedAnswerIsCitedToo() {
		Answer answer = this.suite.as("Clinician")
			.post("/v1/chat/completions", chat("pathways").replace("\"model\"", "\"stream\": true, \"model\""));
		assertThat(answer.body()).contains("\"citations\"").contains("data: [DONE]");
	}

	@Test
	void programsFindPassagesByMcpWithoutIdentifiers() {
		var transport = HttpClientStreamableHttpTransport.builder(this.suite.access().gateway().toString())
			.requestBuilder(
					HttpRequest.newBuilder().header("Authorization", "Bearer " + this.suite.access().key("Clinician")))
			.build();
		try (McpSyncClient client = McpClient.sync(transport).requestTimeout(Duration.ofSeconds(90)).build()) {
			client.initialize();
			assertThat(client.listTools().tools()).extracting(McpSchema.Tool::name)
				.contains("search_collections", "lookup_icd10cm", "calculate");
			assertThat(said(client, "lookup_icd10cm", Map.of("query", "hypertension"))).contains("\"I10\"");
			assertThat(
					said(client, "search_collections", Map.of("query", QUESTION, "collections", List.of("pathways"))))
				.contains("High-intensity statin therapy", "[NAME_")
				.doesNotContain("Merriwether", "(906) 555-0171");
		}
	}

	private static String said(McpSyncClient client, String tool, Map<String, Object> arguments) {
		McpSchema.CallToolResult result = client
			.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
		String text = ((McpSchema.TextContent) result.content().getFirst()).text();
		assertThat(result.isError()).as(text).isFalse();
		return text;
	}

	@Test
	void collectionOfOthersIsLikeOneThatDoesNotExist() {
		Answer foreign = this.suite.as("Billing").post("/v1/chat/completions", chat("pathways"));
		Answer missing = this.suite.as("Billing").post("/v1/chat/completions", chat("nowhere"));
		assertThat(foreign.status()).isEqualTo(missing.status()).isIn(403, 404);
		assertThat(foreign.errorCode()).isEqualTo(missing.errorCode());
	}

	private static String chat(String collection) {
		return """
				{"model": "echo", "hilum": {"collections": ["%s"]},
				 "messages": [{"role": "user", "content": "%s"}]}""".formatted(collection, QUESTION);
	}

}
