package io.hilum.phi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The whole service, as its {@code main} starts it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhiScrubberApplicationIT {

	private static final String GATEWAY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final String RAG = Base64.getEncoder()
		.encodeToString("rag".repeat(12).getBytes(StandardCharsets.US_ASCII));

	private final HttpClient http = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	@TempDir
	private static Path folder;

	@BeforeAll
	void start() throws IOException {
		Path lists = Files.writeString(folder.resolve("lists.yaml"), "words: [{type: NAME, words: [zorbl]}]");
		this.context = PhiScrubberApplication.application()
			.run("--server.port=0", "--HILUM_PSEUDONYM_MASTER=" + GATEWAY,
					"--HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER=" + GATEWAY,
					"--HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER=" + RAG, "--HILUM_PHI_LISTS=" + lists,
					"--HILUM_PHI_CORRECTIONS=" + folder.resolve("corrections"),
					"--HILUM_PHI_CLASSIFIER_DIRECTORY=src/test/resources/classifier");
	}

	@AfterAll
	void stop() {
		this.context.close();
		this.http.close();
	}

	@Test
	void scrubsForGatewayAndRag() throws Exception {
		for (Map.Entry<String, String> caller : Map.of("gateway-service", GATEWAY, "rag-service", RAG).entrySet()) {
			HttpResponse<String> response = post("/v1/scrub", sign(caller.getKey(), caller.getValue()));
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"policyVersion\"").doesNotContain("was Irma Peter seen");
		}
	}

	@Test
	void letsNobodyElseIn() throws Exception {
		assertThat(post("/v1/scrub", sign("rag-service", GATEWAY)).statusCode()).isEqualTo(401);
		assertThat(post("/v1/phi/preview", "").statusCode()).isEqualTo(401);
	}

	@Test
	void opensNoDoorToACallWithoutAContext() {
		ClosedDoors doors = new ClosedDoors(uri(""), OpenApi.of("phi-scrubber-v1"));
		assertThat(doors.openedByNobody()).isEmpty();
		assertThat(doors.openedByForgeriesOf(ServiceContext.HEADER, sign("gateway-service", GATEWAY))).isEmpty();
	}

	@Test
	void followsTheListsOfAHospital() throws Exception {
		String body = "{\"mode\":\"redact\",\"texts\":[\"restart the zorbl server and the quorl server\"]}";
		String token = sign("gateway-service", GATEWAY);
		assertThat(post("/v1/scrub", token, body).body()).contains("the [NAME] server and the quorl", "builtin-1+");
		Files.writeString(folder.resolve("lists.yaml"), "words: [{type: NAME, words: [quorl]}]");
		String changed = "";
		for (int i = 0; i < 900 && !changed.contains("the zorbl server and the [NAME] server"); i++) {
			Thread.sleep(100);
			changed = post("/v1/scrub", sign("gateway-service", GATEWAY), body).body();
		}
		assertThat(changed).contains("the zorbl server and the [NAME] server");
	}

	@Test
	void keepsCorrections() throws Exception {
		HttpResponse<String> kept = post("/v1/phi/corrections", sign("gateway-service", GATEWAY),
				"{\"corrections\":[{\"verdict\":\"not_identifier\",\"text\":\"Epic\"}]}");
		assertThat(kept.statusCode()).isEqualTo(202);
		assertThat(folder.resolve("corrections")).isNotEmptyFile();
	}

	@Test
	void answersUnknownPathsInTheSameForm() throws Exception {
		HttpResponse<String> response = post("/v1/other", sign("gateway-service", GATEWAY));
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("\"code\":\"not_found\"");
	}

	@Test
	void isReadyAndMeasured() throws Exception {
		assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/prometheus").body()).contains("hilum_scrub_identifiers_total");
		assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
	}

	@Test
	void doesNotStartWithoutASecret() {
		assertThatException()
			.isThrownBy(() -> PhiScrubberApplication.application()
				.run("--server.port=0", "--HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER=" + GATEWAY,
						"--HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER=" + RAG))
			.havingRootCause()
			.withMessageContaining("HILUM_PSEUDONYM_MASTER");
	}

	@Test
	void asksTheClassifierThatItWasGiven() throws Exception {
		HttpResponse<String> response = post("/v1/scrub", sign("gateway-service", GATEWAY),
				"{\"mode\":\"redact\",\"texts\":[\"the zork sleeps, the 3rd of them\"]}");
		assertThat(response.body()).contains("the [NAME] sleeps, the 3rd of them")
			.containsPattern("\"policyVersion\":\"builtin-1\\+classifier-[0-9a-f]{12}\\+[0-9a-f]{12}\"");
		assertThat(
				post("/v1/phi/preview", sign("gateway-service", GATEWAY), "{\"texts\":[\"the zork sleeps\"]}").body())
			.contains("The token classifier that you added takes it for one");
	}

	@Test
	void doesNotStartWithAClassifierThatIsNotThere() {
		assertThatException()
			.isThrownBy(() -> PhiScrubberApplication.application()
				.run("--server.port=0", "--HILUM_PSEUDONYM_MASTER=" + GATEWAY,
						"--HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER=" + GATEWAY,
						"--HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER=" + RAG,
						"--HILUM_PHI_CLASSIFIER_DIRECTORY=" + folder.resolve("nowhere")))
			.havingRootCause()
			.withMessageContaining("nowhere");
	}

	private HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
		return post(path, token, "{\"mode\":\"redact\",\"texts\":[\"When was Irma Peter seen?\"]}");
	}

	private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.header(ServiceContext.HEADER, token.isEmpty() ? "none" : token)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		Environment environment = this.context.getEnvironment();
		return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
	}

	private static String sign(String issuer, String key) {
		ContextSigner signer = new ContextSigner(issuer, Map.of("phi-scrubber-service", ContextKey.parse(key)),
				Clock.systemUTC());
		return signer.sign(new ServiceContext("req-1", "https://idp|amelia", List.of("Clinician"), "cardiology", null,
				null, "treatment", PhiState.RAW, "p1", "c1"), "phi-scrubber-service");
	}

}
