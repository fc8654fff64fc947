package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.trust.context.ServiceContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScrubHandler} and what stands around it.
 */
class ScrubHandlerTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ScrubWorkers workers = new ScrubWorkers(1, 4, 0, 1_000_000, Duration.ofSeconds(60));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final WebTestClient client = ScrubWebFixtures.client(this.workers, this.meters);

	@AfterEach
	void stop() {
		this.workers.close();
	}

	@Test
	void answersTheRequestOfTheContractAsTheContractSays() {
		JsonNode expected = ScrubWebFixtures.example("response.json");
		JsonNode response = scrub(ScrubWebFixtures.example("request.json").toString(), 200);
		assertThat(response.propertyNames()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
		assertThat(response.get("policyVersion")).isEqualTo(expected.get("policyVersion"));
		assertThat(response.get("counts")).isEqualTo(expected.get("counts"));
		assertThat(surfaces(response)).containsExactlyInAnyOrderElementsOf(surfaces(expected));
		assertThat(forms(response.get("texts"))).isEqualTo(forms(expected.get("texts")));
		response.get("pseudonyms")
			.propertyNames()
			.forEach((name) -> assertThat(name).matches("\\[[A-Z_]+(_[2-9B-Z]{2,})+]"));
	}

	@Test
	void blocksAsTheContractSays() {
		JsonNode response = scrub("""
				{"mode":"block","texts":["Irma Peter, MRN 964741"]}""", 422);
		assertThat(response).isEqualTo(ScrubWebFixtures.example("blocked.json"));
	}

	@Test
	void previewsInCodePoints() {
		JsonNode response = post("/v1/phi/preview", """
				{"texts":["😀 MRN 964741"]}""", 200);
		JsonNode result = response.get("results").get(0);
		assertThat(result.get("masked").asString()).matches("😀 MRN \\[MRN_[2-9B-Z]{4}]");
		JsonNode finding = result.get("findings").get(0);
		assertThat(finding.get("start").asInt()).isEqualTo(6);
		assertThat(finding.get("end").asInt()).isEqualTo(12);
		assertThat(finding.get("type").asString()).isEqualTo("MRN");
		assertThat(finding.get("detector").asString()).isEqualTo("cue");
		assertThat(finding.get("score").asDouble()).isBetween(0.5, 1.0);
	}

	@Test
	void previewShowsWhatScrubSends() {
		JsonNode scrubbed = scrub(ScrubWebFixtures.example("request.json").toString(), 200);
		JsonNode preview = post("/v1/phi/preview", ScrubWebFixtures.example("request.json").toString(), 200);
		assertThat(preview.get("results").get(0).get("masked")).isEqualTo(scrubbed.get("texts").get(0));
	}

	@Test
	void letsNobodyInWithoutContext() {
		for (String path : List.of("/v1/scrub", "/v1/phi/preview")) {
			this.client.post()
				.uri(path)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"mode\":\"redact\",\"texts\":[]}")
				.exchange()
				.expectStatus()
				.isUnauthorized();
		}
	}

	@Test
	void refusesWhatTheContractDoesNotKnow() {
		assertThat(code(scrub("{\"mode\":\"mask\",\"texts\":[]}", 400))).isEqualTo("invalid_mode");
		assertThat(code(scrub("{\"texts\":[]}", 400))).isEqualTo("invalid_mode");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[],\"threshold\":1}", 400))).isEqualTo("invalid_policy");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[],\"types\":{\"IBAN\":{}}}", 400)))
			.isEqualTo("invalid_policy");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[],\"types\":{\"DATE\":{\"mode\":\"keep\"}}}", 400)))
			.isEqualTo("invalid_mode");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[\"\"],\"continuing\":[0]}", 400)))
			.isEqualTo("invalid_texts");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[],\"identities\":[{\"type\":\"NAME\"}]}", 400)))
			.isEqualTo("invalid_identities");
		assertThat(code(scrub("{\"mode\":\"redact\"}", 400))).isEqualTo("invalid_texts");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[null]}", 400))).isEqualTo("invalid_texts");
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[\"\\ud800\"]}", 400))).isEqualTo("invalid_texts");
		assertThat(code(scrub("", 400))).isEqualTo("invalid_json");
	}

	@Test
	void tellsNothingOfAnUnreadableBody() {
		JsonNode response = scrub("{\"mode\":\"redact\",\"texts\":[Irma Peter", 400);
		assertThat(code(response)).isEqualTo("invalid_json");
		assertThat(response.toString()).doesNotContain("Irma");
	}

	@Test
	void refusesWhatIsTooLarge() {
		assertThat(code(scrub("{\"mode\":\"redact\",\"texts\":[\"\",\"\",\"\",\"\"]}", 413)))
			.isEqualTo("request_too_large");
		String long1 = JSON.writeValueAsString(Map.of("mode", "redact", "texts", List.of("x".repeat(1001))));
		assertThat(code(scrub(long1, 413))).isEqualTo("request_too_large");
		String huge = JSON.writeValueAsString(Map.of("mode", "redact", "texts", List.of("x".repeat(9000))));
		assertThat(code(scrub(huge, 413))).isEqualTo("request_too_large");
	}

	@Test
	void holdsNoMoreTextThanIsAllowed() {
		ScrubWorkers few = new ScrubWorkers(1, 4, 0, 10, Duration.ofSeconds(60));
		StepVerifier.create(few.run(11, () -> true)).expectErrorMessage("scrubber_overloaded").verify();
		for (int i = 0; i < 3; i++) {
			StepVerifier.create(few.run(10, () -> true)).expectNext(true).verifyComplete();
		}
		few.close();
	}

	@Test
	void scrubsWhatIsSmallWhereItIs() {
		ScrubWorkers both = new ScrubWorkers(1, 4, 10, 1_000_000, Duration.ofSeconds(60));
		Thread here = Thread.currentThread();
		StepVerifier.create(both.run(10, () -> Thread.currentThread() == here)).expectNext(true).verifyComplete();
		StepVerifier.create(both.run(11, () -> Thread.currentThread() == here)).expectNext(false).verifyComplete();
		both.close();
	}

	@Test
	void saysSoWhenItIsOverloaded() throws InterruptedException {
		ScrubWorkers busy = new ScrubWorkers(1, 1, 0, 1_000_000, Duration.ofSeconds(90));
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		busy.run(1, () -> {
			started.countDown();
			return release.await(60, TimeUnit.SECONDS);
		}).subscribe();
		started.await();
		busy.run(1, () -> true).subscribe();
		WebTestClient crowded = ScrubWebFixtures.client(busy, this.meters);
		crowded.post()
			.uri("/v1/scrub")
			.header(ServiceContext.HEADER, ScrubWebFixtures.context("c1"))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"mode\":\"redact\",\"texts\":[\"x\"]}")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectBody()
			.jsonPath("$.error.code")
			.isEqualTo("scrubber_overloaded");
		release.countDown();
		busy.close();
	}

	@Test
	void givesUpInTimeAndStopsTheWork() throws InterruptedException {
		ScrubWorkers slow = new ScrubWorkers(1, 1, 0, 1_000_000, Duration.ofSeconds(2));
		CountDownLatch interrupted = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		AtomicReference<Throwable> seen = new AtomicReference<>();
		slow.run(1, () -> {
			try {
				Thread.sleep(120_000);
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return true;
		}).subscribe((value) -> {
		}, (problem) -> {
			seen.set(problem);
			told.countDown();
		});
		assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(seen.get()).isInstanceOf(ScrubProblemException.class).hasMessage("scrubber_overloaded");
		slow.close();
	}

	@Test
	void countsByType() {
		scrub(ScrubWebFixtures.example("request.json").toString(), 200);
		assertThat(this.meters.get("hilum.scrub.identifiers").tag("type", "NAME").counter().count()).isEqualTo(2);
		assertThat(this.meters.get("hilum.scrub.duration").timer().count()).isEqualTo(1);
	}

	private JsonNode scrub(String body, int status) {
		return post("/v1/scrub", body, status);
	}

	private JsonNode post(String path, String body, int status) {
		byte[] response = this.client.post()
			.uri(path)
			.header(ServiceContext.HEADER, ScrubWebFixtures.context("c1"))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(response);
	}

	private static String code(JsonNode response) {
		return response.get("error").get("code").asString();
	}

	private static List<String> surfaces(JsonNode response) {
		return response.get("pseudonyms").valueStream().map(JsonNode::asString).toList();
	}

	/** The texts with pseudonyms cut to their types. */
	private static List<String> forms(JsonNode texts) {
		return texts.valueStream().map((text) -> text.asString().replaceAll("\\[([A-Z]+)_[^]]*]", "[$1]")).toList();
	}

}
