package io.hilum.systemtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.hilum.systemtests.canary.Hit;
import io.hilum.systemtests.canary.Scent;
import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Patients whose names occur nowhere else are sent through every path, refusals and
 * failures included; afterwards they stand in nothing that the system wrote. It runs
 * after the crashes, whose patient is hunted too.
 */
@Order(90)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryIT {

	private static final List<String> CANARIES = List.of("Żółkowska", "Quillfeather", "84729165", "471-83-2096",
			"quillfeather.w@canary.example.org", "(906) 555-0144", "Novakova", "48213907", "(312) 555-0147");

	private static final String TEXT = "Wilhelmina Żółkowska and Barnaby Quillfeather, MRN 84729165, SSN 471-83-2096, "
			+ "e-mail quillfeather.w@canary.example.org, phone (906) 555-0144, were seen on 03/14/2025.";

	private final Scent scent = new Scent(CANARIES);

	private final Suite suite;

	CanaryIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeAll
	void sendThemEverywhere() {
		Gateway clinician = this.suite.as("Clinician");
		assertThat(clinician.post("/v1/chat/completions", chat("echo", false)).content()).isEqualTo(TEXT);
		assertThat(clinician.post("/v1/chat/completions", chat("echo", true)).status()).isEqualTo(200);
		assertThat(clinician.post("/v1/chat/completions", chat("fail", false)).status()).isGreaterThanOrEqualTo(500);
		assertThat(clinician.post("/v1/chat/completions", chat("fail", true)).status()).isGreaterThanOrEqualTo(500);
		assertThat(clinician.post("/v1/chat/completions", chat("cut", true)).body()).doesNotContain("[DONE]");
		assertThat(clinician.post("/v1/chat/completions", chat("echo", false) + "}").status()).isEqualTo(400);
		assertThat(clinician.post("/v1/chat/completions", "{\"messages\": \"" + TEXT + "\"}").status()).isEqualTo(400);
		assertThat(clinician.post("/v1/phi/preview", "{\"texts\": [\"" + TEXT + "\"]}").status()).isEqualTo(200);
		assertThat(clinician.get("/v1/patients/Quillfeather/84729165").status()).isEqualTo(404);
		rememberThem(clinician);
		Answer blocked = this.suite.as("Developer").post("/v1/chat/completions", chat("echo", false));
		assertThat(blocked.status()).isEqualTo(400);
		assertThat(this.scent.in("the refusal", blocked.body())).isEmpty();
		Eventually.settled(Duration.ofSeconds(5), Duration.ofSeconds(120), () -> this.suite.books().audit().size());
	}

	/**
	 * The portal keeps what is said, sealed, and finds it by its words.
	 */
	private void rememberThem(Gateway clinician) {
		String id = UUID.randomUUID().toString();
		String path = "/v1/portal/conversations/" + id;
		String begin = "{\"id\": \"%s\", \"title\": \"%s\"}".formatted(id, TEXT);
		assertThat(clinician.post("/v1/portal/conversations", begin).status()).isEqualTo(201);
		String said = "{\"id\": \"%s\", \"role\": \"user\", \"text\": \"%s\", \"seen\": \"%s\"}"
			.formatted(UUID.randomUUID(), TEXT, TEXT);
		assertThat(clinician.post(path + "/messages", said).status()).isEqualTo(201);
		assertThat(clinician.post("/v1/portal/folders", "{\"name\": \"Quillfeather\"}").status()).isEqualTo(201);
		assertThat(clinician.post("/v1/portal/conversations/search", "{\"q\": \"zolkowska 84729165\"}").body())
			.contains(id);
		assertThat(clinician.get(path + "/export?format=markdown").body()).contains("Barnaby Quillfeather");
		assertThat(clinician.post(path + "/messages", "{" + said).status()).isEqualTo(400);
	}

	@Test
	void noFileHoldsOne() throws IOException {
		Set<Hit> hits = new LinkedHashSet<>();
		try (Stream<Path> files = Files.walk(this.suite.quickStart().home())) {
			files.filter(Files::isRegularFile).forEach((file) -> hits.addAll(this.scent.in(file)));
		}
		assertThat(hits).isEmpty();
	}

	@Test
	void noTableHoldsOne() {
		Set<Hit> hits = new LinkedHashSet<>();
		List<String> tables = this.suite.books().tables();
		assertThat(tables).anyMatch((table) -> table.startsWith("usage.ledger_entry"));
		for (String table : tables) {
			this.suite.books().rows(table).forEach((row) -> hits.addAll(this.scent.in(table, row)));
		}
		assertThat(hits).isEmpty();
	}

	@Test
	void noTopicHoldsOne() {
		Set<Hit> hits = new LinkedHashSet<>();
		Set<String> topics = new LinkedHashSet<>();
		this.suite.quickStart().topics().forEach((record) -> {
			topics.add(record.topic());
			hits.addAll(this.scent.in(record.topic(), (record.value() != null) ? record.value() : new byte[0]));
			hits.addAll(this.scent.in(record.topic() + " headers", record.headers().toString()));
		});
		assertThat(topics).contains("hilum.usage.v1", "hilum.audit.v1");
		assertThat(hits).isEmpty();
	}

	@Test
	void noKeyOfRedisHoldsOne() {
		Set<Hit> hits = new LinkedHashSet<>();
		this.suite.quickStart()
			.keys()
			.all()
			.forEach((key, value) -> hits.addAll(this.scent.in("redis " + key, key + "=" + value)));
		assertThat(hits).isEmpty();
	}

	@Test
	void noMetricHoldsOne() {
		Set<Hit> hits = new LinkedHashSet<>();
		this.suite.access().services().forEach((name, url) -> {
			Answer metrics = new Gateway(URI.create(url), "").get("/actuator/prometheus");
			assertThat(metrics.status()).as(name).isEqualTo(200);
			hits.addAll(this.scent.in(name, metrics.body()));
		});
		assertThat(hits).isEmpty();
	}

	private static String chat(String model, boolean stream) {
		return """
				{"model": "%s", "stream": %s, "messages": [
				 {"role": "system", "content": "You help with Barnaby Quillfeather, MRN 84729165."},
				 {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function":
				   {"name": "find", "arguments": "{\\"name\\": \\"Wilhelmina \\u017b\\u00f3\\u0142kowska\\"}"}}]},
				 {"role": "tool", "tool_call_id": "c1", "content": "SSN 471-83-2096, phone (906) 555-0144"},
				 {"role": "user", "content": "%s"}]}""".formatted(model, stream, TEXT);
	}

}
