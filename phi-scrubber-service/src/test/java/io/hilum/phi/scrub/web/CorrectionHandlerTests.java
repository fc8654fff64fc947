package io.hilum.phi.scrub.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorrectionHandler}.
 */
class CorrectionHandlerTests {

	private static final String PATH = "/v1/phi/corrections";

	private static final String BODY = """
			{"corrections":[{"verdict":"identifier","type":"NAME","text":"Zorbl"},
			 {"verdict":"not_identifier","text":"Epic"}]}""";

	@TempDir
	private Path folder;

	private final ScrubWorkers workers = new ScrubWorkers(1, 4, 0, 1_000_000, Duration.ofSeconds(60));

	@AfterEach
	void stop() {
		this.workers.close();
	}

	@Test
	void keepsCorrectionsForReviewersAlone() {
		assertThat(call(HttpMethod.POST, "Clinician", BODY, 202)).isEqualTo("{\"accepted\":2}");
		assertThat(call(HttpMethod.GET, "Clinician", null, 403)).contains("role_not_allowed").doesNotContain("Zorbl");
		String all = call(HttpMethod.GET, "Admin", null, 200);
		assertThat(all).contains("Zorbl", "\"never-mask\":[\"Epic\"]", "https://idp|amelia");
		assertThat(OpenApi.of("phi-scrubber-v1").errors("GET", PATH, 200, all)).isEmpty();
		call(HttpMethod.DELETE, "Clinician", null, 403);
		call(HttpMethod.DELETE, "Admin", null, 204);
		assertThat(call(HttpMethod.GET, "Admin", null, 200)).contains("\"corrections\":[]");
	}

	@Test
	void saysHowManyForTheAudit() {
		assertThat(count(HttpMethod.POST, "Clinician", BODY)).isEqualTo("2");
		assertThat(count(HttpMethod.GET, "Admin", null)).isEqualTo("2");
		assertThat(count(HttpMethod.DELETE, "Clinician", null)).isNull();
		assertThat(count(HttpMethod.DELETE, "Admin", null)).isEqualTo("2");
		assertThat(count(HttpMethod.DELETE, "Admin", null)).isEqualTo("0");
	}

	private @Nullable String count(HttpMethod method, String role, @Nullable String body) {
		return request(this.folder.resolve("corrections").toString(), method, role, body).returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(CorrectionHandler.COUNT);
	}

	@Test
	void letsOnlyThoseCorrectWhoMay() {
		call(HttpMethod.POST, "Nurse", BODY, 403);
	}

	@Test
	void refusesWhatItCannotKeep() {
		for (String wrong : List.of("{", "{}", "{\"corrections\":[]}", "{\"corrections\":[null]}",
				"{\"corrections\":[{\"verdict\":\"maybe\",\"text\":\"Zorbl\"}]}",
				"{\"corrections\":[{\"verdict\":\"identifier\",\"text\":\"Zorbl\"}]}",
				"{\"corrections\":[{\"verdict\":\"not_identifier\",\"type\":\"IBAN\",\"text\":\"Zorbl\"}]}",
				"{\"corrections\":[{\"verdict\":\"not_identifier\",\"text\":\" - \"}]}")) {
			assertThat(call(HttpMethod.POST, "Clinician", wrong, 400)).doesNotContain("Zorbl");
		}
	}

	@Test
	void saysThatItIsFull() {
		while (status(BODY) == 202) {
			assertThat(this.folder.resolve("corrections")).isRegularFile();
		}
		assertThat(call(HttpMethod.POST, "Clinician", BODY, 507)).contains("corrections_full");
	}

	@Test
	void saysThatItTakesNone() {
		String answer = call("", HttpMethod.POST, "Clinician", BODY, 404);
		assertThat(answer).contains("corrections_off");
	}

	private int status(String body) {
		return request(this.folder.resolve("corrections").toString(), HttpMethod.POST, "Clinician", body)
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	private String call(HttpMethod method, String role, @Nullable String body, int status) {
		return call(this.folder.resolve("corrections").toString(), method, role, body, status);
	}

	private String call(String file, HttpMethod method, String role, @Nullable String body, int status) {
		String answer = request(file, method, role, body).expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return (answer != null) ? answer : "";
	}

	private WebTestClient.ResponseSpec request(String file, HttpMethod method, String role, @Nullable String body) {
		WebTestClient.RequestBodySpec request = ScrubWebFixtures
			.client(ScrubWebFixtures.corrections(this.workers, file))
			.method(method)
			.uri(PATH)
			.header(ServiceContext.HEADER, ScrubWebFixtures.context("c1", role));
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange()
				: request.exchange();
	}

}
