package io.hilum.usage.access;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;

import io.hilum.usage.Await;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The access topic is whole again after it was lost, and after a crash between a decision
 * and its publication.
 */
class AccessRepairIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void fillsATopicThatWasLost() {
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			issue(service, "kept");
			String revoked = issue(service, "revoked");
			service.as(RunningService.ADMIN)
				.delete()
				.uri("/v1/keys/" + revoked)
				.exchange()
				.expectStatus()
				.isNoContent();
		}
		TestTopics.makeAnew(AccessState.TOPIC, 1);
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			Await.until("both keys are back", () -> TestTopics.readAll(AccessState.TOPIC).size() == 2);
			assertThat(TestTopics.readAll(AccessState.TOPIC))
				.extracting((item) -> JSON.readTree(item.value()).path("revoked").asBoolean())
				.containsExactlyInAnyOrder(false, true);
			assertThat(service.bean(AccessRepair.class).repair().block()).isZero();
		}
	}

	@Test
	void doesNotUndoWhatTheTopicKnowsBetter() {
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			String id = issue(service, "restored");
			String newer = "{\"kind\":\"key\",\"id\":\"" + id + "\",\"version\":9000000000000,"
					+ "\"changedAt\":\"2255-01-01T00:00:00Z\",\"revoked\":true}";
			TestTopics.send(AccessState.TOPIC,
					List.of(Map.entry("key:" + id, newer.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
			long before = TestTopics.readAll(AccessState.TOPIC).size();
			service.bean(AccessRepair.class).repair().block();
			assertThat(TestTopics.readAll(AccessState.TOPIC).stream().filter((item) -> item.key().equals("key:" + id)))
				.hasSize(2);
			assertThat(before).isLessThanOrEqualTo(TestTopics.readAll(AccessState.TOPIC).size());
		}
	}

	@Test
	void putsARevocationAfterAnOldCopyThatCompactionWouldLeave() {
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			String id = issue(service, "copied");
			byte[] old = TestTopics.readAll(AccessState.TOPIC)
				.stream()
				.filter((item) -> item.key().equals("key:" + id))
				.findFirst()
				.orElseThrow()
				.value();
			service.as(RunningService.ADMIN).delete().uri("/v1/keys/" + id).exchange().expectStatus().isNoContent();
			TestTopics.send(AccessState.TOPIC, List.of(Map.entry("key:" + id, old)));
			service.bean(AccessRepair.class).repair().block();
			Await.until("the last word is the revocation",
					() -> TestTopics.readAll(AccessState.TOPIC)
						.stream()
						.filter((item) -> item.key().equals("key:" + id))
						.reduce((older, newer) -> newer)
						.map((item) -> JSON.readTree(item.value()).path("revoked").asBoolean())
						.orElse(false));
		}
	}

	@Test
	void putsBackWhatATombstoneTookAway() {
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			String id = issue(service, "buried");
			TestTopics.send(AccessState.TOPIC, List.of(new AbstractMap.SimpleEntry<>("key:" + id, null)));
			service.bean(AccessRepair.class).repair().block();
			Await.until("the key is the last word again",
					() -> TestTopics.readAll(AccessState.TOPIC)
						.stream()
						.filter((item) -> item.key().equals("key:" + id))
						.reduce((older, newer) -> newer)
						.filter((item) -> item.value() != null)
						.isPresent());
		}
	}

	@Test
	void publishesWhatACrashLeftBehind() {
		this.database.client().sql("""
				INSERT INTO usage.outbox (topic, key, type, value) SELECT 'hilum.access.v1', 'key:crashed', 'test',
					'{"version":' || n || '}' FROM generate_series(1, 250) AS n
				""").then().block();
		try (RunningService _ = RunningService.start(this.database.part(), this.home)) {
			Await.until("the outbox is empty", () -> this.database.number("SELECT count(*) FROM usage.outbox") == 0);
			assertThat(TestTopics.readAll(AccessState.TOPIC)
				.stream()
				.filter((item) -> item.key().equals("key:crashed"))
				.map((item) -> JSON.readTree(item.value()).path("version").asInt())).isSorted().hasSize(250);
		}
	}

	private static String issue(RunningService service, String name) {
		byte[] body = service.as(RunningService.ADMIN)
			.post()
			.uri("/v1/keys")
			.bodyValue(Map.of("name", name))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(java.util.Objects.requireNonNull(body)).path("id").asString();
	}

}
