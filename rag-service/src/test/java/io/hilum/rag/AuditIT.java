package io.hilum.rag;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.hilum.architecture.service.PublishedEvents;
import io.hilum.parts.Parts;
import io.hilum.rag.read.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reaches {@code hilum.audit.v1} on a real broker.
 */
class AuditIT {

	private static final String CANARY = "Quillfeather";

	@Test
	void recordsEveryChangeInOrderAndNoText() {
		String kafka = Parts.kafka().bootstrapServers();
		try (RunningRag rag = RunningRag.start("spring.kafka.bootstrap-servers=" + kafka,
				"hilum.kafka.create-topics=true")) {
			rag.createCollection("audited", Map.of("roles", List.of("Clinician")));
			String id = rag.ingest("audited", CANARY + ".txt", "text/plain", Samples.bytes(CANARY + " came."))
				.get("id")
				.asString();
			rag.send(Callers.ADMIN, HttpMethod.PATCH, "/v1/collections/audited", Map.of("description", "x"));
			rag.send(Callers.CLINICIAN, HttpMethod.DELETE, "/v1/collections/audited", Map.of());
			rag.send(Callers.ADMIN, HttpMethod.DELETE, "/v1/collections/audited/documents/" + id, Map.of());
			rag.send(Callers.ADMIN, HttpMethod.DELETE, "/v1/collections/audited", Map.of());
			List<JsonNode> events = consume(kafka, 6);
			assertThat(events)
				.extracting((event) -> event.get("action").asString(), (event) -> event.get("decision").asString(),
						(event) -> event.get("status").asInt())
				.containsExactly(tuple("collection.created", "allowed", 201),
						tuple("document.uploaded", "allowed", 202), tuple("collection.changed", "allowed", 200),
						tuple("collection.deleted", "refused", 403), tuple("document.deleted", "allowed", 204),
						tuple("collection.deleted", "allowed", 204));
			assertThat(events.get(1).get("resource").asString()).isEqualTo("document:" + id);
			assertThat(events).noneMatch((event) -> event.toString().contains(CANARY));
		}
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	/**
	 * Each request has its own partition: their order is that of their times.
	 */
	private static List<JsonNode> consume(String kafka, int number) {
		return PublishedEvents.await(kafka, "hilum.audit.v1", number, (event) -> true)
			.stream()
			.sorted(Comparator.comparing((event) -> Instant.parse(event.get("time").asString())))
			.toList();
	}

}
