package io.hilum.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.hilum.systemtests.evidence.AuditRow;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The audit of everything that the other tests did verifies, from inside and offline, and
 * one event edited in the database is found and named.
 */
@Order(95)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceIT {

	private static final String ANSWERED = "\"status\":200";

	private final Suite suite;

	EvidenceIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	@Order(1)
	void auditVerifiesFromInside() {
		JsonNode result = verification();
		assertThat(result.path("verified").booleanValue()).as(result.toString()).isTrue();
		assertThat(result.path("events").longValue()).isGreaterThan(100);
	}

	@Test
	@Order(2)
	void auditVerifiesOffline() throws Exception {
		Verdict verdict = offline();
		assertThat(verdict.output()).contains("VERIFIED folder");
		assertThat(verdict.status()).isZero();
	}

	@Test
	@Order(3)
	void editedEventIsFoundAndNamed() {
		AuditRow victim = this.suite.books()
			.audit()
			.stream()
			.filter((row) -> row.action().equals("chat.completion") && row.decision().equals("refused"))
			.findFirst()
			.orElseThrow();
		this.suite.books().forge(victim.sequence(), "\"refused\"", "\"allowed\"");
		JsonNode result = verification();
		assertThat(result.path("verified").booleanValue()).isFalse();
		assertThat(result.path("firstBad").path("sequence").longValue()).isEqualTo(victim.sequence());
		assertThat(result.path("firstBad").path("kind").asString("")).isEqualToIgnoringCase("EDITED");
	}

	@Test
	@Order(4)
	void editedFileIsFoundOffline() throws Exception {
		Path file = Eventually.get(Duration.ofSeconds(120), this::batchOfAnAnswer, Files::exists);
		Files.writeString(file, Files.readString(file).replaceFirst(ANSWERED, "\"status\":201"));
		Verdict verdict = offline();
		assertThat(verdict.output()).contains("ALTERED at event");
		assertThat(verdict.status()).isEqualTo(1);
	}

	private JsonNode verification() {
		return this.suite.as("Admin").get("/v1/audit/verification").json();
	}

	private Path folder() {
		return this.suite.quickStart().home().resolve("audit");
	}

	/** The first batches may hold nothing but what happened before the first request. */
	private Path batchOfAnAnswer() {
		try (var files = Files.walk(folder())) {
			return files.filter((file) -> file.toString().endsWith(".ndjson"))
				.filter(EvidenceIT::holdsAnAnswer)
				.sorted()
				.findFirst()
				.orElse(Path.of("none"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean holdsAnAnswer(Path batch) {
		try {
			return Files.readString(batch).contains(ANSWERED);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Verdict offline() throws IOException, InterruptedException {
		Process process = this.suite.quickStart()
			.program("io.hilum.usage.audit.verify.VerifyAuditCommand", folder().toString());
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Verdict(process.waitFor(), output);
	}

	private record Verdict(int status, String output) {

	}

}
