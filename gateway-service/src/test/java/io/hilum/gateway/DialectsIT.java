package io.hilum.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.harness.Scripts;
import io.hilum.trust.context.PhiState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.hilum.gateway.harness.Answers.requestId;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole gateway, asked in every API that it speaks.
 */
class DialectsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TEXT = "Irma Peter, MRN 964741?";

	private static final Map<String, String> BODIES = Map.of("/v1/chat/completions",
			"{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"" + TEXT + "\"}]}", "/v1/embeddings",
			"{\"model\":\"sandbox\",\"input\":\"" + TEXT + "\"}", "/v1/completions",
			"{\"model\":\"sandbox\",\"prompt\":\"" + TEXT + "\"}", "/v1/responses",
			"{\"model\":\"sandbox\",\"input\":\"" + TEXT + "\"}", "/v1/messages",
			"{\"model\":\"sandbox\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"" + TEXT + "\"}]}",
			"/v1/messages/count_tokens",
			"{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"" + TEXT + "\"}]}");

	/** A busy machine may be late, but not every time. */
	private static final Duration SOON = Duration.ofSeconds(1);

	private RunningGateway gateway = RunningGateway.shared();

	private String clinician = this.gateway.issuer.token("amelia", "Clinician");

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@ParameterizedTest
	@CsvSource({ "/v1/responses,/output/0/content/0/text,response", "/v1/messages,/content/1/input/who,message",
			"/v1/completions,/choices/0/text,completion" })
	void takesIdentifiersOutAndPutsThemBack(String path, String pointer, String action) {
		HttpResponse<String> answer = post(path, body(path));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(JSON.readTree(answer.body()).at(pointer).asString()).isEqualTo(TEXT);
		Received routed = this.gateway.routing.received().getFirst();
		assertThat(routed.uri()).isEqualTo(path);
		assertThat(routed.body()).contains("[NAME_7KQ2], MRN [MRN_M4TX]?").doesNotContain("Irma", "964741");
		assertThat(this.gateway.contextFor("routing-service", routed).phi()).isEqualTo(PhiState.DEIDENTIFIED);
		assertThat(answer.headers().map()).containsEntry("hilum-phi", List.of("NAME=2"))
			.containsEntry("hilum-model", List.of("sandbox-1"))
			.containsKeys("x-request-id", "x-ratelimit-remaining-requests");
		List<JsonNode> events = this.gateway.topics.audit(requestId(answer));
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("action").asString()).isEqualTo(action);
		assertThat(events.getFirst().get("decision").asString()).isEqualTo("allowed");
	}

	@ParameterizedTest
	@CsvSource({ "/v1/responses,/delta,response.completed", "/v1/messages,/delta/text,message_stop" })
	void restoresAStreamWhosePseudonymsAreSplit(String path, String pointer, String last) {
		HttpResponse<String> answer = post(path, body(path).replace("{\"model\"", "{\"stream\":true,\"model\""));
		assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
		StringBuilder text = new StringBuilder();
		List<String> data = answer.body().lines().filter((line) -> line.startsWith("data: ")).toList();
		data.forEach((line) -> text.append(JSON.readTree(line.substring(6)).at(pointer).asString("")));
		assertThat(text.toString()).isEqualTo(TEXT);
		assertThat(answer.body()).contains("event: " + last + "\n").doesNotContain("[NAME", "[DONE]");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("decision").asString()).isEqualTo("allowed");
		assertThat(event.get("reason").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/embeddings", "/v1/completions", "/v1/responses", "/v1/messages",
			"/v1/messages/count_tokens" })
	void sendsNothingOnWhenTheScrubberIsAway(String path) {
		for (Flux<String> reply : List.of(Flux.just("{}"), Flux.<String>never(), Flux.just("{\"texts\":["))) {
			this.gateway.scrubber
				.follow((request) -> new Reply(200, Map.of("content-type", "application/json"), reply));
			HttpResponse<String> answer = post(path, body(path));
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(this.gateway.routing.received()).isEmpty();
			assertThat(answer.body()).doesNotContain("Irma", "964741");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"/v1/chat/completions|messages|{'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}}",
			"/v1/chat/completions|messages|{'type':'input_audio','input_audio':{'data':'AAAA','format':'wav'}}",
			"/v1/chat/completions|messages|{'type':'file','file':{'file_data':'AAAA','filename':'a.pdf'}}",
			"/v1/responses|input|{'type':'input_image','image_url':'https://x.example/a.png'}",
			"/v1/responses|input|{'type':'input_file','file_id':'file-1'}",
			"/v1/responses|input|{'type':'input_audio','input_audio':{'data':'AAAA','format':'wav'}}",
			"/v1/messages|messages|{'type':'image','source':{'type':'base64','media_type':'image/png','data':'AAAA'}}",
			"/v1/messages|messages|{'type':'document','source':{'type':'url','url':'https://x.example/a.pdf'}}",
			"/v1/messages|messages|{'type':'document','source':{'type':'file','file_id':'file_1'}}" })
	void sendsNoMediaOnThatNobodyCanSearch(String path, String field, String part) {
		for (String stream : List.of("false", "true")) {
			HttpResponse<String> answer = post(path, "{\"model\":\"sandbox\",\"max_tokens\":9,\"stream\":" + stream
					+ ",\"" + field + "\":[{\"role\":\"user\",\"content\":[" + part.replace('\'', '"') + "]}]}");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
			assertThat(answer.body()).contains("cannot be searched");
		}
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.scrubber.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/v1/chat/completions", "/v1/embeddings", "/v1/completions", "/v1/responses", "/v1/messages" })
	void tellsAndRecordsWhatIsStoppedAtTheExit(String path) {
		String stopped = "{\"error\":{\"message\":\"Nothing was sent\",\"type\":\"permission_error\",\"param\":null,"
				+ "\"code\":\"identifier_stopped\"}}";
		this.gateway.routing.follow((request) -> new Reply(403,
				Map.of("content-type", "application/json", "hilum-problem", "identifier_stopped"), Flux.just(stopped)));
		HttpResponse<String> answer = post(path, body(path));
		assertThat(answer.statusCode()).isEqualTo(403);
		JsonNode error = JSON.readTree(answer.body());
		assertThat(error.at("/error/type").asString()).isEqualTo("permission_error");
		assertThat(error.at("/error/message").asString()).isEqualTo("Nothing was sent");
		assertThat(error.path("type").asString("")).isEqualTo(path.equals("/v1/messages") ? "error" : "");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("decision").asString()).isEqualTo("refused");
		assertThat(event.get("reason").asString()).isEqualTo("identifier_stopped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/chat/completions", "/v1/embeddings", "/v1/completions", "/v1/responses",
			"/v1/messages", "/v1/messages/count_tokens" })
	void refusesWhatIsMalformedSoon(String path) {
		for (String body : List.of("", "{", "null", "[]", "{}",
				body(path).replace("{\"model\"", "{\"model\":\"x\",\"model\""), body(path).replace("\"sandbox\"", "7"),
				body(path) + "x", body(path).replace("Irma", "\\ud800"),
				body(path).replace("\"sandbox\"", "[".repeat(100_000)))) {
			Duration soonest = untilRefused(path, body);
			for (int more = 0; more < 10 && soonest.compareTo(SOON) >= 0; more++) {
				soonest = untilRefused(path, body);
			}
			assertThat(soonest).isLessThan(SOON);
		}
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	private Duration untilRefused(String path, String body) {
		long started = System.nanoTime();
		HttpResponse<String> answer = post(path, body);
		Duration taken = Duration.ofNanos(System.nanoTime() - started);
		assertThat(answer.statusCode()).as(body).isEqualTo(400);
		return taken;
	}

	@Test
	void countsTokensOfWhatWouldLeave() {
		HttpResponse<String> answer = post("/v1/messages/count_tokens", body("/v1/messages/count_tokens"));
		assertThat(JSON.readTree(answer.body()).get("input_tokens").asInt()).isEqualTo(7);
		assertThat(this.gateway.routing.received().getFirst().uri()).isEqualTo("/v1/messages/count_tokens");
		assertThat(this.gateway.routing.received().getFirst().body()).contains("[NAME_7KQ2]").doesNotContain("Irma");
	}

	@Test
	void takesAnthropicsHeaders() {
		String key = this.gateway.issueKey("anthro", "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
		HttpRequest request = HttpRequest.newBuilder(this.gateway.uri("/v1/messages"))
			.header("content-type", "application/json")
			.header("x-api-key", key)
			.header("anthropic-version", "2023-06-01")
			.header("anthropic-beta", "x-2025-01-01")
			.POST(HttpRequest.BodyPublishers.ofString(body("/v1/messages")))
			.build();
		HttpResponse<String> answer = this.gateway.send(request);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("request-id")).contains(requestId(answer));
		assertThat(this.gateway.routing.received().getFirst().headers()).containsEntry("hilum-betas", "x-2025-01-01");
	}

	@ParameterizedTest
	@CsvSource({ "/openai/v1/responses,/v1/responses", "/openai/responses?api-version=2025-04-01-preview,/v1/responses",
			"/openai/v1/completions,/v1/completions",
			"/openai/deployments/sandbox/completions?api-version=2024-10-21,/v1/completions" })
	void servesAzuresPaths(String path, String routed) {
		assertThat(post(path, body(routed)).statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received().getFirst().uri()).isEqualTo(routed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/openai/models?api-version=2024-10-21", "/openai/v1/models" })
	void listsModelsOnAzuresPaths(String path) {
		HttpResponse<String> list = this.gateway.send(this.gateway.get(this.clinician, path).build());
		assertThat(JSON.readTree(list.body()).at("/data/0/id").asString()).isEqualTo("sandbox");
		HttpResponse<String> one = this.gateway
			.send(this.gateway.get(this.clinician, path.replace("models", "models/other")).build());
		assertThat(JSON.readTree(one.body()).get("id").asString()).isEqualTo("other");
	}

	@Test
	void letsProvidersKeepNothing() {
		assertThat(post("/v1/responses", body("/v1/responses")).statusCode()).isEqualTo(200);
		JsonNode routed = JSON.readTree(this.gateway.routing.received().getFirst().body());
		assertThat(routed.get("store").asBoolean(true)).isFalse();
		HttpResponse<String> refused = post("/v1/responses",
				body("/v1/responses").replace("{\"model\"", "{\"previous_response_id\":\"resp_1\",\"model\""));
		assertThat(refused.statusCode()).isEqualTo(400);
		JsonNode error = JSON.readTree(refused.body()).get("error");
		assertThat(error.get("code").asString()).isEqualTo("stored_state_not_allowed");
		assertThat(error.get("param").asString()).isEqualTo("previous_response_id");
	}

	@Test
	void letsARoleGoOnFromItsOwnResponses() {
		String id = kept("carl");
		assertThat(id).startsWith("resp_").isNotEqualTo(Scripts.RESPONSE);
		String next = body("/v1/responses").replace("{\"model\"", "{\"previous_response_id\":\"" + id + "\",\"model\"");
		assertThat(asCurator("carl", next).statusCode()).isEqualTo(200);
		Received routed = this.gateway.routing.received().getLast();
		assertThat(JSON.readTree(routed.body()).get("previous_response_id").asString()).isEqualTo(Scripts.RESPONSE);
		assertThat(routed.headers()).containsEntry("hilum-provider", "sandbox");
		HttpResponse<String> stolen = asCurator("olga", next);
		assertThat(stolen.statusCode()).isEqualTo(400);
		assertThat(JSON.readTree(stolen.body()).at("/error/code").asString()).isEqualTo("previous_response_not_found");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/responses/ID", "GET,/openai/v1/responses/ID?include[]=reasoning.encrypted_content",
			"GET,/openai/responses/ID?api-version=2025-03-01-preview", "DELETE,/v1/responses/ID",
			"POST,/v1/responses/ID/cancel", "GET,/v1/responses/ID/input_items?limit=5&order=asc" })
	void keepsResponsesForTheirCallerAlone(String method, String path) {
		String id = kept("carl");
		int before = this.gateway.routing.received().size();
		HttpResponse<String> own = kept("carl", "Curator", method, path.replace("ID", id));
		assertThat(own.statusCode()).isEqualTo(200);
		assertThat(own.body()).doesNotContain("[NAME_7KQ2]", Scripts.RESPONSE);
		assertThat(own.body()).contains(method.equals("DELETE") ? "\"deleted\":true" : Scripts.PATIENT);
		assertThat(path.contains("input_items") || own.body().contains(id)).isTrue();
		Received routed = this.gateway.routing.received().getLast();
		assertThat(routed.method()).isEqualTo(method);
		assertThat(routed.uri()).startsWith("/v1/responses/" + Scripts.RESPONSE).doesNotContain("api-version");
		assertThat(routed.headers()).containsEntry("hilum-provider", "sandbox");
		assertThat(kept("olga", "Curator", method, path.replace("ID", id)).statusCode()).isEqualTo(404);
		assertThat(kept("carl", "Curator", method, path.replace("ID", Scripts.RESPONSE)).statusCode()).isEqualTo(404);
		assertThat(kept("carl", "Clinician", method, path.replace("ID", id)).statusCode()).isEqualTo(403);
		assertThat(this.gateway.routing.received()).hasSize(before + 1);
	}

	@Test
	void readsAResponseAsTheStreamThatItWas() {
		String path = "/v1/responses/" + kept("carl") + "?stream=true";
		HttpResponse<String> first = kept("carl", "Curator", "GET", path);
		assertThat(first.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
		List<JsonNode> events = events(first);
		assertThat(deltas(events)).isEqualTo(Scripts.PATIENT + "!");
		assertThat(first.body()).doesNotContain("[NAME", Scripts.RESPONSE).contains("event: response.completed\n");
		assertThat(events).extracting((event) -> event.get("sequence_number").asInt())
			.containsExactlyElementsOf(IntStream.range(0, events.size()).boxed().toList());
		for (int after : List.of(0, events.size() / 2, events.size() - 2)) {
			HttpResponse<String> rest = kept("carl", "Curator", "GET", path + "&starting_after=" + after);
			assertThat(deltas(events(rest))).as("behind %s", after)
				.isEqualTo(deltas(events.subList(after + 1, events.size())));
			assertThat(events(rest).getFirst().get("sequence_number").asInt()).isEqualTo(after + 1);
		}
		assertThat(this.gateway.routing.received()).filteredOn((routed) -> routed.uri().contains("?"))
			.allSatisfy((routed) -> assertThat(routed.uri()).endsWith(Scripts.RESPONSE + "?stream=true"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?starting_after=3", "?stream=true&starting_after=Irma", "?stream=yes",
			"/input_items?stream=true" })
	void refusesStreamsThatThereAreNot(String query) {
		String id = kept("carl");
		int before = this.gateway.routing.received().size();
		assertThat(kept("carl", "Curator", "GET", "/v1/responses/" + id + query).statusCode()).isEqualTo(400);
		assertThat(this.gateway.routing.received()).hasSize(before);
	}

	private static List<JsonNode> events(HttpResponse<String> answer) {
		return answer.body()
			.lines()
			.filter((line) -> line.startsWith("data: "))
			.map((line) -> JSON.readTree(line.substring(6)))
			.toList();
	}

	private static String deltas(List<JsonNode> events) {
		return events.stream().map((event) -> event.path("delta").asString("")).collect(Collectors.joining());
	}

	@Test
	void putsOnRecordWhoReadsAResponse() {
		HttpResponse<String> read = kept("carl", "Curator", "GET", "/v1/responses/" + kept("carl"));
		List<JsonNode> events = this.gateway.topics.audit(read.headers().firstValue("x-request-id").orElseThrow());
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("action").asString()).isEqualTo("responses.read");
	}

	private String kept(String name) {
		String asked = body("/v1/responses").replace("{\"model\"", "{\"store\":true,\"model\"");
		return JSON.readTree(asCurator(name, asked).body()).get("id").asString();
	}

	private HttpResponse<String> asCurator(String name, String body) {
		return this.gateway
			.send(this.gateway.post("/v1/responses", this.gateway.issuer.token(name, "Curator"), body).build());
	}

	private HttpResponse<String> kept(String name, String role, String method, String path) {
		return this.gateway.send(this.gateway.get(this.gateway.issuer.token(name, role), path.replace("[]", "%5B%5D"))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build());
	}

	@Test
	void answersFromCollectionsInEveryForm() {
		String field = "{\"hilum\":{\"collections\":[\"guidelines\"]},\"model\"";
		HttpResponse<String> response = post("/v1/responses", body("/v1/responses").replace("{\"model\"", field));
		assertThat(JSON.readTree(response.body()).at("/hilum/citations/0/index").asInt()).isEqualTo(1);
		JsonNode routed = JSON.readTree(this.gateway.routing.received().getFirst().body());
		assertThat(routed.at("/input/0/content").asString()).contains("High-intensity statin");
		assertThat(routed.get("store").asBoolean(true)).isFalse();
		HttpResponse<String> message = post("/v1/messages",
				body("/v1/messages").replace("{\"model\"", field).replace("{\"hilum\"", "{\"stream\":true,\"hilum\""));
		assertThat(message.body().lines().skip(1).findFirst().orElseThrow()).contains("\"hilum\":{\"citations\":[");
		assertThat(this.gateway.routing.received().getLast().body()).contains("High-intensity statin")
			.doesNotContain("Irma", "\"hilum\"");
	}

	@ParameterizedTest
	@CsvSource({ "{,400,invalid_request_error", "body,404,not_found_error", "large,413,request_too_large",
			"nobody,401,authentication_error", "developer,400,invalid_request_error", "archivist,403,permission_error",
			"get,405,invalid_request_error", "path,404,not_found_error", "budget,429,rate_limit_error",
			"broken,502,api_error", "busy,503,overloaded_error" })
	void tellsEveryErrorInAnthropicsForm(String what, int status, String type) {
		this.gateway.routing.follow((request) -> Reply.json(status,
				"{\"error\":{\"message\":\"no more\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}"));
		String body = switch (what) {
			case "{" -> "{";
			case "body" -> body("/v1/messages").replace("sandbox", "nothing");
			case "large" -> "x".repeat(2_000_000);
			default -> body("/v1/messages");
		};
		String credential = switch (what) {
			case "nobody" -> "hlm_nobody_" + "k".repeat(43);
			case "developer" -> this.gateway.issuer.token("devi", "Developer");
			case "archivist" -> this.gateway.issuer.token("arch", "Archivist");
			default -> this.clinician;
		};
		HttpRequest.Builder request = this.gateway.post(what.equals("path") ? "/v1/messages/batches" : "/v1/messages",
				credential, body);
		HttpResponse<String> answer = this.gateway.send(what.equals("get") ? request.GET().build() : request.build());
		assertThat(answer.statusCode()).isEqualTo(status);
		JsonNode error = JSON.readTree(answer.body());
		assertThat(error.propertyNames()).containsExactlyInAnyOrder("type", "error", "request_id");
		assertThat(error.get("type").asString()).isEqualTo("error");
		assertThat(error.at("/error/type").asString()).isEqualTo(type);
		assertThat(error.at("/error/message").asString()).isNotBlank();
		assertThat(error.get("request_id").asString()).isEqualTo(requestId(answer));
	}

	@Test
	void endsACutStreamInTheFormOfItsApi() {
		this.gateway.routing.follow((request) -> Scripts.stream(Flux.just(
				Scripts.event("content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}"),
				"data: {\"error\":{\"message\":\"m\",\"type\":\"server_error\",\"param\":null,\"code\":\"c\"}}\n\n")));
		HttpResponse<String> message = post("/v1/messages",
				body("/v1/messages").replace("{\"model\"", "{\"stream\":true,\"model\""));
		assertThat(message.body()).contains("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\"")
			.doesNotContain("message_stop");
		assertThat(this.gateway.topics.audit(requestId(message)).getFirst().get("reason").asString())
			.isEqualTo("stream_failed");
		this.gateway.routing.follow((request) -> Scripts
			.stream(Flux.just(Scripts.event("response.created", ",\"sequence_number\":0,\"response\":{}"))));
		HttpResponse<String> response = post("/v1/responses",
				body("/v1/responses").replace("{\"model\"", "{\"stream\":true,\"model\""));
		assertThat(response.body()).contains("event: error\n", "stream_interrupted");
		assertThat(this.gateway.topics.audit(requestId(response)).getFirst().get("reason").asString())
			.isEqualTo("stream_interrupted");
	}

	private HttpResponse<String> post(String path, String body) {
		return this.gateway.send(this.gateway.post(path, this.clinician, body).build());
	}

	private static String body(String path) {
		return BODIES.getOrDefault(path, "");
	}

}
