package io.hilum.usage.outbox.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.parts.Parts;
import io.hilum.usage.Await;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers are told while Kafka is away, and what becomes of it.
 */
class KafkaAwayIT {

	private static final String TOPIC = "hilum.access.v1";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void neverSaysThatAKeyIsRevokedBeforeItIs() {
		try (RunningService service = RunningService.start(this.database.part(), this.home,
				"--hilum.outbox.publish-timeout=3s", "--spring.kafka.producer.properties.max.block.ms=2000",
				"--spring.kafka.producer.properties.delivery.timeout.ms=4000",
				"--spring.kafka.producer.properties.request.timeout.ms=2000")) {
			String id = issue(service, "before").path("id").asString();
			Parts.kafka().stop();
			service.as(RunningService.ADMIN)
				.delete()
				.uri("/v1/keys/" + id)
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
				.expectBody()
				.jsonPath("$.error.code")
				.isEqualTo("revocation_pending");
			JsonNode meanwhile = issue(service, "meanwhile");
			assertThat(meanwhile.path("inForce").asBoolean()).isFalse();
			service.as(RunningService.ADMIN).get().uri("/v1/usage").exchange().expectStatus().isOk();
			Parts.kafka().start();
			Await.until("the outbox is empty", () -> this.database.number("SELECT count(*) FROM usage.outbox") == 0);
			Await.until("the key is revoked",
					() -> HttpStatus.NO_CONTENT.equals(service.as(RunningService.ADMIN)
						.delete()
						.uri("/v1/keys/" + id)
						.exchange()
						.returnResult(Void.class)
						.getStatus()));
			assertThat(states("key:" + id)).containsExactly(false, true);
			assertThat(states("key:" + meanwhile.path("id").asString())).containsExactly(false);
		}
		finally {
			Parts.kafka().start();
		}
	}

	private static List<Boolean> states(String key) {
		return TestTopics.readAll(TOPIC)
			.stream()
			.filter((item) -> item.key().equals(key))
			.map((item) -> JSON.readTree(item.value()).path("revoked").asBoolean())
			.distinct()
			.toList();
	}

	private static JsonNode issue(RunningService service, String name) {
		return JSON.readTree(Objects.requireNonNull(service.as(RunningService.ADMIN)
			.post()
			.uri("/v1/keys")
			.bodyValue(Map.of("name", name))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseBody()));
	}

}
