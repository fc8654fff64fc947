package io.hilum.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.harness.Scripts;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.hilum.gateway.harness.Answers.code;
import static io.hilum.gateway.harness.Answers.requestId;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole gateway with real Kafka and Redis, seen from outside.
 */
class GatewayIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String QUESTION = "{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter, MRN 964741?\"}]}";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/** A busy machine may be late, but not every time. */
	private static final int TRIES = 10;

	private RunningGateway gateway = RunningGateway.shared();

	private String clinician = this.gateway.issuer.token("amelia", "Clinician", "offline_access");

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@Test
	void takesIdentifiersOutAndPutsThemBack() {
		HttpResponse<String> answer = ask(QUESTION);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(content(answer)).isEqualTo("Irma Peter, MRN 964741?");
		assertThat(this.gateway.routing.received()).hasSize(1);
		assertThat(this.gateway.routing.received().getFirst().body()).contains("[NAME_7KQ2], MRN [MRN_M4TX]?")
			.doesNotContain("Irma", "964741");
		ServiceContext context = this.gateway.contextFor("routing-service", this.gateway.routing.received().getFirst());
		assertThat(context.phi()).isEqualTo(PhiState.DEIDENTIFIED);
		assertThat(context.roles()).containsExactly("Clinician");
		assertThat(context.subject()).isEqualTo(this.gateway.issuer.issuer() + "|amelia");
		assertThat(context.policyVersion()).isEqualTo("test-1");
		assertThat(this.gateway.routing.received().getFirst().headers()).containsEntry("hilum-phi-counts", "NAME=2")
			.doesNotContainKey("authorization");
	}

	@Test
	void passesOnHowTheClientWantsItsAnswer() {
		HttpResponse<String> answer = this.gateway.send(this.gateway.chat(this.clinician, QUESTION)
			.header("Cache-Control", "no-cache, no-store")
			.header("Idempotency-Key", "once")
			.header("x-request-timeout", "30")
			.build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received().getFirst().headers())
			.containsEntry("cache-control", "no-cache, no-store")
			.containsEntry("hilum-idempotency-key", "once")
			.containsKey("hilum-timeout-ms");
	}

	@Test
	void saysInHeadersWhatHappened() {
		HttpResponse<String> answer = ask(QUESTION);
		Map<String, List<String>> headers = answer.headers().map();
		assertThat(headers).containsEntry("hilum-model", List.of("sandbox-1"))
			.containsEntry("hilum-provider", List.of("sandbox"))
			.containsEntry("hilum-phi", List.of("NAME=2"))
			.containsEntry("hilum-cost-usd", List.of("0.000001"))
			.containsEntry("x-ratelimit-limit-requests", List.of("6000"))
			.containsKeys("x-request-id", "hilum-overhead-ms", "x-ratelimit-remaining-requests")
			.doesNotContainKeys("hilum-usage-id", "hilum-deployment", "hilum-agreement", "server");
	}

	@Test
	void putsEachRequestOnRecordExactlyOnce() {
		HttpResponse<String> answer = ask(QUESTION);
		List<JsonNode> events = this.gateway.topics.audit(requestId(answer));
		assertThat(events).hasSize(1);
		JsonNode event = events.getFirst();
		assertThat(event.get("decision").asString()).isEqualTo("allowed");
		assertThat(event.get("reason").isNull()).isTrue();
		assertThat(event.get("agreement").asString()).isEqualTo("none-needed");
		assertThat(event.at("/phi/counts/NAME").asInt()).isEqualTo(2);
		assertThat(event.toString()).doesNotContain("Irma", "964741");
		assertValid(event);
	}

	@Test
	void tellsAnOfficerWhomTheAuditCallsHow() {
		String concerned = this.gateway.topics.audit(requestId(ask(QUESTION))).getFirst().at("/patients/0").asString();
		String admin = this.gateway.issuer.token("root", "Admin");
		HttpResponse<String> found = patient(admin, "{\"type\":\"MRN\",\"value\":\"96 4741\"}");
		assertThat(found.statusCode()).isEqualTo(200);
		assertThat(JSON.readTree(found.body()).get("id").asString()).isEqualTo(concerned).startsWith("pt_");
		assertThat(io.hilum.architecture.contract.OpenApi.of("gateway-v1")
			.errors("POST", "/v1/patients", 200, found.body())).isEmpty();
		JsonNode event = this.gateway.topics.audit(requestId(found)).getFirst();
		assertThat(event.get("action").asString()).isEqualTo("patients.create");
		assertThat(event.toString()).doesNotContain("4741");
		for (String body : List.of("", "{", "[]", "{\"type\":\"NAME\",\"value\":\"Irma Peter\"}")) {
			HttpResponse<String> refused = patient(admin, body);
			assertThat(refused.statusCode()).as(body).isEqualTo(400);
			assertThat(code(refused)).isEqualTo("invalid_identifier");
		}
		assertThat(patient(admin, " ".repeat(5000)).statusCode()).isEqualTo(413);
		HttpResponse<String> forbidden = patient(this.clinician, "{\"type\":\"MRN\",\"value\":\"964741\"}");
		assertThat(forbidden.statusCode()).isEqualTo(403);
		assertThat(code(forbidden)).isEqualTo("role_not_allowed");
	}

	private HttpResponse<String> patient(String token, String body) {
		return this.gateway.send(this.gateway.get(token, "/v1/patients")
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	@Test
	void restoresAStreamWhosePseudonymsAreSplit() {
		HttpResponse<String> answer = ask(QUESTION.replace("{\"model\"", "{\"stream\":true,\"model\""));
		assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
		assertThat(deltas(answer.body())).isEqualTo("Irma Peter, MRN 964741?");
		assertThat(answer.body()).endsWith("data: [DONE]\n\n");
		List<JsonNode> events = this.gateway.topics.audit(requestId(answer));
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("decision").asString()).isEqualTo("allowed");
		assertThat(events.getFirst().get("reason").isNull()).isTrue();
	}

	@Test
	void passesEachChunkOnAtOnce() throws IOException {
		Sinks.Many<String> chunks = Sinks.many().unicast().onBackpressureBuffer();
		this.gateway.routing.follow((request) -> Scripts.stream(chunks.asFlux()));
		chunks.tryEmitNext(Scripts.chunk("first")).orThrow();
		HttpResponse<InputStream> answer = this.gateway.send(this.gateway.chat(this.clinician, QUESTION).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			byte[] beginning = body.readNBytes("data: {\"id\":\"c1\"".length());
			assertThat(new String(beginning, StandardCharsets.UTF_8)).isEqualTo("data: {\"id\":\"c1\"");
			chunks.tryEmitNext("data: [DONE]\n\n").orThrow();
			chunks.tryEmitComplete().orThrow();
			assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).endsWith("data: [DONE]\n\n");
		}
	}

	@Test
	void stopsTheModelWhenTheClientLeaves() throws IOException {
		this.gateway.routing
			.follow((request) -> Scripts.stream(Flux.just(Scripts.chunk("x")).concatWith(Flux.never())));
		HttpResponse<InputStream> answer = this.gateway.send(this.gateway.chat(this.clinician, QUESTION).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		answer.body().readNBytes(10);
		answer.body().close();
		eventually(() -> this.gateway.routing.cancelled() == 1);
		List<JsonNode> events = this.gateway.topics.audit(answer.headers().firstValue("x-request-id").orElseThrow());
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("reason").asString()).isEqualTo("client_closed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "503", "500", "404", "slow", "garbage", "short", "more", "cut", "nothing", "text" })
	void sendsNothingOnWhenTheScrubberIsUnsure(String fault) {
		this.gateway.scrubber.follow((request) -> switch (fault) {
			case "slow" -> new Reply(200, Map.of(), Flux.never());
			case "garbage" -> Reply.json(200, "{\"texts\":[\"x\"]}");
			case "short" -> Reply.json(200, "{\"policyVersion\":\"1\",\"texts\":[],\"pseudonyms\":{},\"counts\":{}}");
			case "more" ->
				Reply.json(200, "{\"policyVersion\":\"1\",\"texts\":[\"a\",\"b\"],\"pseudonyms\":{},\"counts\":{}}");
			case "cut" -> new Reply(200, Map.of("content-type", "application/json"),
					Flux.just("{\"policyVersion\":\"1\",\"texts\":[").concatWith(Flux.error(new IOException("cut"))));
			case "nothing" -> new Reply(200, Map.of("content-type", "application/json"), Flux.empty());
			case "text" -> new Reply(200, Map.of("content-type", "text/plain"), Flux.just("OutOfMemoryError"));
			default -> Reply.json(Integer.parseInt(fault), "{}");
		});
		HttpResponse<String> answer = ask(QUESTION);
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(code(answer)).isEqualTo("phi_scrubber_unavailable");
		assertThat(answer.headers().map()).containsKeys("retry-after", "retry-after-ms");
		assertThat(this.gateway.routing.received()).isEmpty();
		List<JsonNode> events = this.gateway.topics.audit(requestId(answer));
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("decision").asString()).isEqualTo("refused");
		assertValid(events.getFirst());
	}

	@Test
	void refusesIdentifiersOfARoleThatMustNotSendThem() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.chat(this.gateway.issuer.token("dev", "Developer"), QUESTION).build());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(code(answer)).isEqualTo("phi_blocked");
		assertThat(this.gateway.routing.received()).isEmpty();
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.at("/phi/counts/NAME").asInt()).isEqualTo(1);
	}

	@Test
	void sendsRawTextOnlyAsRaw() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.chat(this.gateway.issuer.token("root", "Admin"), QUESTION).build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received().getFirst().body()).contains("Irma Peter, MRN 964741");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.at("/phi/state").asString()).isEqualTo("RAW");
		assertThat(event.at("/phi/counts/NAME").asInt()).isEqualTo(2);
		assertThat(event.get("patients")).hasSize(1);
		assertValid(event);
		assertThat(this.gateway.contextFor("routing-service", this.gateway.routing.received().getFirst()).phi())
			.isEqualTo(PhiState.RAW);
		assertThat(answer.headers().firstValue("hilum-phi")).contains("raw");
	}

	@ParameterizedTest
	@CsvSource({ "none,missing_credentials", "Bearer,invalid_credentials", "Bearer ,invalid_credentials",
			"Basic eDp5,invalid_credentials", "bearer\ttoken,invalid_credentials", "Bearer a.b.c,invalid_token",
			"Bearer hlm_nobody_kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk,invalid_api_key",
			"Bearer hlm_x' or 1=1,invalid_credentials" })
	void letsNobodyInWithoutACredential(String header, String code) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(this.gateway.uri("/v1/models?api-key=hlm_x&access_token=y"));
		if (!header.equals("none")) {
			request.header("authorization", header);
		}
		HttpResponse<String> answer = this.gateway.send(request.build());
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(code(answer)).isEqualTo(code);
		List<JsonNode> events = this.gateway.topics.audit(requestId(answer));
		assertThat(events).hasSize(1);
		assertThat(events.getFirst().get("action").asString()).isEqualTo("login");
		assertValid(events.getFirst());
	}

	@Test
	void takesOneCredentialOnly() {
		assertThat(this.gateway
			.send(this.gateway.get(this.clinician, "/v1/models")
				.header("authorization", "Bearer " + this.clinician)
				.build())
			.statusCode()).isEqualTo(401);
		assertThat(this.gateway.send(this.gateway.get(this.clinician, "/v1/models").header("api-key", "hlm_x").build())
			.statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization", "api-key", "x-api-key" })
	void appliesEachRestrictionOfAKeyToEachForm(String form) {
		String key = this.gateway.issueKey("limits", "[\"Clinician\"]",
				",\"models\":[\"other\"],\"networks\":[],\"expiresAt\":null");
		String far = this.gateway.issueKey("farkey", "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[\"10.99.0.0/16\"],\"expiresAt\":null");
		String old = this.gateway.issueKey("oldkey", "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":\"2020-01-01T00:00:00Z\"");
		assertThat(code(withKey(form, key))).isEqualTo("model_not_allowed");
		assertThat(code(withKey(form, far))).isEqualTo("network_not_allowed");
		assertThat(code(withKey(form, old))).isEqualTo("invalid_api_key");
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void refusesARevokedKeyWithinASecondAndForGood() {
		Duration soonest = untilRevoked("goner0");
		for (int more = 1; more < TRIES && soonest.compareTo(Duration.ofSeconds(1)) >= 0; more++) {
			soonest = untilRevoked("goner" + more);
		}
		assertThat(soonest).isLessThan(Duration.ofSeconds(1));
		String again = issue("goner0");
		assertThat(this.gateway.send(this.gateway.get(again, "/v1/models").build()).statusCode()).isEqualTo(401);
	}

	private Duration untilRevoked(String id) {
		String key = issue(id);
		assertThat(this.gateway.send(this.gateway.chat(key, QUESTION).build()).statusCode()).isEqualTo(200);
		this.gateway.topics.changeKey(id, "{\"kind\":\"key\",\"id\":\"" + id
				+ "\",\"version\":2,\"changedAt\":\"2026-01-05T07:30:00Z\",\"revoked\":true}");
		return until(() -> this.gateway.send(this.gateway.get(key, "/v1/models").build()).statusCode() == 401);
	}

	private String issue(String id) {
		return this.gateway.issueKey(id, "[\"Clinician\"]", ",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
	}

	@Test
	void limitsRequestsPerMinute() {
		String token = this.gateway.issuer.token("bill", "Billing");
		for (int i = 0; i < 3; i++) {
			assertThat(this.gateway.send(this.gateway.chat(token, QUESTION).build()).statusCode()).isEqualTo(200);
		}
		HttpResponse<String> answer = this.gateway.send(this.gateway.chat(token, QUESTION).build());
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(code(answer)).isEqualTo("rate_limit_exceeded");
		assertThat(answer.headers().map()).containsEntry("x-ratelimit-remaining-requests", List.of("0"))
			.containsEntry("x-should-retry", List.of("true"))
			.containsKeys("retry-after", "retry-after-ms", "x-ratelimit-reset-requests");
		assertThat(answer.headers().firstValueAsLong("retry-after-ms").orElseThrow()).isBetween(1L, 20_000L);
	}

	@Test
	void limitsRequestsAtTheSameTimeAndGivesLeasesBack() {
		String token = this.gateway.issuer.token("devon", "Developer");
		String harmless = QUESTION.replace("Irma Peter, MRN 964741?", "hello");
		Sinks.One<String> gate = Sinks.one();
		this.gateway.routing.follow((request) -> Scripts.stream(gate.asMono().flux()));
		List<CompletableFuture<HttpResponse<String>>> open = List.of(
				CompletableFuture.supplyAsync(() -> this.gateway.send(this.gateway.chat(token, harmless).build())),
				CompletableFuture.supplyAsync(() -> this.gateway.send(this.gateway.chat(token, harmless).build())));
		eventually(() -> this.gateway.routing.received().size() == 2);
		assertThat(code(this.gateway.send(this.gateway.chat(token, harmless).build())))
			.isEqualTo("concurrency_limit_exceeded");
		gate.tryEmitValue("data: [DONE]\n\n").orThrow();
		open.forEach((answer) -> assertThat(answer.join().statusCode()).isEqualTo(200));
		eventually(() -> this.gateway.send(this.gateway.chat(token, harmless).build()).statusCode() == 200);
	}

	@Test
	void passesAdministrationOnWithoutTheClientsClaims() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.get(this.clinician, "/v1/usage/summary?from=2026-01-01")
				.header("Hilum-Context", "forged")
				.header("X-User", "root")
				.header("X_Forwarded_User", "root")
				.header("X-Forwarded-For", "10.99.1.1")
				.header("Forwarded", "for=10.99.1.1")
				.header("Cookie", "a=b")
				.build());
		assertThat(answer.statusCode()).isEqualTo(200);
		var seen = this.gateway.usage.received().getFirst();
		assertThat(seen.uri()).isEqualTo("/v1/usage/summary?from=2026-01-01");
		assertThat(seen.headers()).doesNotContainKeys("authorization", "x-user", "x_forwarded_user", "x-forwarded-for",
				"forwarded", "cookie");
		assertThat(this.gateway.contextFor("usage-service", seen).subject()).endsWith("|amelia");
		assertThat(answer.headers().allValues("x-request-id")).hasSize(1);
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("action").asString()).isEqualTo("usage.read");
		assertThat(event.get("resource").asString()).isEqualTo("usage/summary");
		assertThat(event.get("network").asString()).isEqualTo("127.0.0.1");
		assertValid(event);
	}

	@Test
	void passesThePortalOnWithTheNameOfItsCaller() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.get(this.clinician, "/v1/portal/templates/hospital:chart-summary").build());
		assertThat(answer.statusCode()).isEqualTo(200);
		var seen = this.gateway.portal.received().getFirst();
		assertThat(seen.uri()).isEqualTo("/v1/portal/templates/hospital:chart-summary");
		assertThat(this.gateway.contextFor("portal-service", seen).subject()).endsWith("|amelia");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("action").asString()).isEqualTo("portal.read");
		assertThat(event.get("resource").asString()).isEqualTo("portal/templates/hospital:chart-summary");
	}

	/** A browser that opens an answer by its address shows data and keeps nothing. */
	@Test
	void letsNoAnswerOfAServiceBeTakenForAPage() {
		String script = "{\"title\":\"<script>window.attacked=1</script>\"}";
		this.gateway.portal.follow((request) -> Reply.json(200, script));
		HttpResponse<String> answer = this.gateway.send(this.gateway.get(this.clinician, "/v1/portal/shared").build());
		assertThat(answer.body()).isEqualTo(script);
		assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
		assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
		assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
	}

	@Test
	void passesBodiesOnButNotLargeOnes() {
		HttpRequest.Builder request = this.gateway.get(this.clinician, "/v1/search")
			.header("content-type", "application/json");
		assertThat(
				this.gateway.send(request.POST(HttpRequest.BodyPublishers.ofString("{\"q\":1}")).build()).statusCode())
			.isEqualTo(200);
		assertThat(this.gateway.rag.received().getFirst().body()).isEqualTo("{\"q\":1}");
		assertThat(this.gateway.send(request.POST(HttpRequest.BodyPublishers.ofString("x".repeat(2_000_000))).build())
			.statusCode()).isEqualTo(413);
	}

	@Test
	void listsOnlyWhatACredentialMayUse() {
		String key = this.gateway.issueKey("lister", "[\"Clinician\"]",
				",\"models\":[\"other\"],\"networks\":[],\"expiresAt\":null");
		JsonNode list = JSON.readTree(this.gateway.send(this.gateway.get(key, "/v1/models").build()).body());
		assertThat(list.get("data")).hasSize(1);
		assertThat(list.at("/data/0/id").asString()).isEqualTo("other");
		assertThat(this.gateway.send(this.gateway.get(key, "/v1/models/sandbox").build()).statusCode()).isEqualTo(403);
		assertThat(this.gateway.send(this.gateway.get(this.clinician, "/v1/models/sandbox").build()).statusCode())
			.isEqualTo(200);
		assertThat(code(this.gateway.send(this.gateway.get(this.clinician, "/v1/models/gpt%2Fnope").build())))
			.isEqualTo("model_not_found");
	}

	@Test
	void servesAzuresPathsWithTheModelOfThePath() {
		String body = "{\"model\":\"ignored\",\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter?\"}]}";
		HttpRequest request = HttpRequest
			.newBuilder(this.gateway.uri("/openai/deployments/sandbox/chat/completions?api-version=2024-10-21"))
			.header("content-type", "application/json")
			.header("api-key",
					this.gateway.issueKey("azures", "[\"Clinician\"]",
							",\"models\":[\"sandbox\"],\"networks\":[],\"expiresAt\":null"))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		assertThat(content(this.gateway.send(request))).isEqualTo("Irma Peter?");
		assertThat(this.gateway.routing.received().getFirst().uri()).isEqualTo("/v1/chat/completions");
		assertThat(JSON.readTree(this.gateway.routing.received().getFirst().body()).get("model").asString())
			.isEqualTo("sandbox");
	}

	@Test
	void tellsRoutingForWhichModelsAKeyIs() {
		String key = this.gateway.issueKey("scoped", "[\"Clinician\"]",
				",\"models\":[\"other\",\"sand*\"],\"networks\":[],\"expiresAt\":null");
		String body = "{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
		assertThat(this.gateway.send(this.gateway.chat(key, body).build()).statusCode()).isEqualTo(200);
		assertThat(this.gateway.send(this.gateway.chat(this.clinician, body).build()).statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received())
			.extracting((call) -> this.gateway.contextFor("routing-service", call).models())
			.containsExactly(new ModelScope(List.of("sandbox", "other", "sand*")), ModelScope.ALL);
	}

	@Test
	void embedsOnlyWhatWasDeidentified() {
		HttpRequest.Builder request = this.gateway.get(this.clinician, "/v1/embeddings")
			.header("content-type", "application/json");
		HttpResponse<String> answer = this.gateway.send(
				request.POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"sandbox\",\"input\":[\"Irma Peter\"]}"))
					.build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(this.gateway.routing.received().getFirst().body()).contains("[NAME_7KQ2]").doesNotContain("Irma");
		assertThat(this.gateway.topics.audit(requestId(answer)).getFirst().get("action").asString())
			.isEqualTo("embedding");
		assertThat(code(this.gateway
			.send(request.POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"sandbox\",\"input\":[[1,2,3]]}"))
				.build())))
			.isEqualTo("unscannable_content");
	}

	@Test
	void answersFromCollectionsWithCitations() {
		String question = "{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"statin for Irma Peter?\"}],\"hilum\":{\"collections\":[\"guidelines\"]}}";
		HttpResponse<String> answer = ask(question);
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode search = JSON.readTree(this.gateway.rag.received().getFirst().body());
		assertThat(search.get("query").asString()).isEqualTo("statin for Irma Peter?");
		String routed = this.gateway.routing.received().getFirst().body();
		assertThat(routed)
			.contains("[1] Secondary prevention after stroke.pdf, 3.2 Lipids, p. 7", "High-intensity statin")
			.doesNotContain("\"hilum\"", "Irma");
		JsonNode body = JSON.readTree(answer.body());
		assertThat(body.at("/hilum/citations/0/document/title").asString())
			.isEqualTo("Secondary prevention after stroke.pdf");
		HttpResponse<String> streamed = ask(question.replace("{\"model\"", "{\"stream\":true,\"model\""));
		assertThat(streamed.body()).contains("\"choices\":[],\"hilum\":{\"citations\":[{\"index\":1")
			.endsWith("data: [DONE]\n\n");
	}

	@Test
	void passesOnThatACollectionIsNotThereForTheCaller() {
		this.gateway.rag.follow((request) -> Reply.json(404,
				"{\"error\":{\"message\":\"no such collection\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"collection_not_found\"}}"));
		HttpResponse<String> answer = ask(
				"{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"hilum\":{\"collections\":[\"secret\"]}}");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(code(answer)).isEqualTo("collection_not_found");
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void passesRefusalsOfRoutingOn() {
		this.gateway.routing.follow((request) -> new Reply(429,
				Map.of("content-type", "application/json", "x-should-retry", "false"), Flux.just(
						"{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"budget_exceeded\"}}")));
		HttpResponse<String> answer = ask(QUESTION);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(code(answer)).isEqualTo("budget_exceeded");
		assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
		JsonNode event = this.gateway.topics.audit(requestId(answer)).getFirst();
		assertThat(event.get("decision").asString()).isEqualTo("refused");
	}

	@ParameterizedTest
	@CsvSource({ "Researcher,mfa_required,401", "Archivist,network_not_allowed,403", "Nobody,no_role,403" })
	void appliesTheConditionsOfRoles(String role, String code, int status) {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.chat(this.gateway.issuer.token("r", role), QUESTION).build());
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(code(answer)).isEqualTo(code);
		assertThat(
				answer.headers().firstValue("www-authenticate").orElse("").contains("insufficient_user_authentication"))
			.isEqualTo(status == 401);
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void followsTheCatalogueWithinASecond() throws IOException {
		String before = Files.readString(this.gateway.catalogue);
		int tried = 0;
		Duration soonest = Duration.ofDays(1);
		while (tried < TRIES && soonest.compareTo(Duration.ofSeconds(2)) >= 0) {
			soonest = untilServed(before, "newcomer" + tried++);
		}
		String last = "newcomer" + (tried - 1);
		assertThat(soonest).isLessThan(Duration.ofSeconds(2));
		Files.writeString(this.gateway.catalogue, "models: [");
		assertThat(ask(QUESTION).statusCode()).isEqualTo(200);
		Files.writeString(this.gateway.catalogue, before);
		eventually(() -> ask(QUESTION.replace("sandbox", last)).statusCode() == 404);
	}

	private Duration untilServed(String catalogue, String model) throws IOException {
		assertThat(code(ask(QUESTION.replace("sandbox", model)))).isEqualTo("model_not_found");
		Files.writeString(this.gateway.catalogue, catalogue.replace("\nroles:\n",
				"\n  - {name: " + model + ", deployments: [{provider: sandbox, model: sandbox}]}\nroles:\n"));
		return until(() -> ask(QUESTION.replace("sandbox", model)).statusCode() == 200);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/nothing,404,not_found", "GET,/v1/chat/completions,405,method_not_allowed",
			"POST,/v1/chat/completions/,404,not_found", "POST,/V1/chat/completions,404,not_found",
			"POST,//v1/chat/completions,400,invalid_path", "POST,/v1/%2e%2e/v1/chat/completions,400,invalid_path",
			"POST,/v1/chat%2fcompletions,400,invalid_path", "POST,/v1/chat/completions;a=b,400,invalid_path",
			"POST,/v1/chat%252fcompletions,400,invalid_path", "GET,/v1/usage/%c0%ae%c0%ae/x,400,invalid_path",
			"GET,/actuator/env,404,not_found", "POST,/actuator/gateway/routes,404,not_found",
			"GET,/actuator/heapdump,404,not_found" })
	void answersEverythingElseInOneForm(String method, String path, int status, String code) {
		HttpResponse<String> answer = this.gateway.send(this.gateway.get(this.clinician, path)
			.header("content-type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : QUESTION))
			.build());
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(code(answer)).isEqualTo(code);
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void refusesBodiesThatItDoesNotRead() {
		assertThat(this.gateway
			.send(this.gateway.chat(this.clinician, QUESTION).setHeader("content-type", "text/plain").build())
			.statusCode()).isEqualTo(415);
		assertThat(this.gateway
			.send(this.gateway.chat(this.clinician, QUESTION).header("content-encoding", "gzip").build())
			.statusCode()).isEqualTo(415);
		assertThat(this.gateway.send(this.gateway.chat(this.clinician, "x".repeat(2_000_000)).build()).statusCode())
			.isEqualTo(413);
		HttpResponse<String> answer = ask(
				"{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/\"}}]}]}");
		assertThat(code(answer)).isEqualTo("unscannable_content");
	}

	@Test
	void isReadyAndTellsNoNames() {
		assertThat(ask(QUESTION).statusCode()).isEqualTo(200);
		HttpResponse<String> ready = this.gateway
			.send(HttpRequest.newBuilder(this.gateway.uri("/actuator/health/readiness")).build());
		assertThat(ready.statusCode()).isEqualTo(200);
		String meters = this.gateway.send(HttpRequest.newBuilder(this.gateway.uri("/actuator/prometheus")).build())
			.body();
		assertThat(meters).contains("hilum_gateway_overhead_seconds_count", "hilum_phi_scrub_seconds_count")
			.doesNotContain("Irma", "964741", "amelia");
	}

	private HttpResponse<String> ask(String body) {
		return this.gateway.send(this.gateway.chat(this.clinician, body).build());
	}

	private HttpResponse<String> withKey(String form, String key) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.gateway.uri("/v1/chat/completions"))
			.header("content-type", "application/json")
			.header(form, form.equals("authorization") ? "Bearer " + key : key)
			.POST(HttpRequest.BodyPublishers.ofString(QUESTION));
		return this.gateway.send(request.build());
	}

	private static String content(HttpResponse<String> answer) {
		return JSON.readTree(answer.body()).at("/choices/0/message/content").asString();
	}

	private static String deltas(String stream) {
		StringBuilder text = new StringBuilder();
		stream.lines()
			.filter((line) -> line.startsWith("data: {"))
			.forEach((line) -> text
				.append(JSON.readTree(line.substring(6)).at("/choices/0/delta/content").asString("")));
		return text.toString();
	}

	private static void assertValid(JsonNode event) {
		try (InputStream schema = GatewayIT.class
			.getResourceAsStream("/contracts/events/audit-recorded-v1.schema.json")) {
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(schema)
				.validate(event.toString(), InputFormat.JSON)).isEmpty();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void eventually(Condition condition) {
		assertThat(until(condition)).isLessThan(PATIENCE);
	}

	private static Duration until(Condition condition) {
		long start = System.nanoTime();
		while (!condition.holds() && System.nanoTime() - start < PATIENCE.toNanos()) {
			LockSupport.parkNanos(5_000_000);
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/**
	 * Something that is to become true.
	 */
	@FunctionalInterface
	private interface Condition {

		boolean holds();

	}

}
