package io.hilum.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.architecture.service.PublishedEvents;
import io.hilum.parts.Parts;
import io.hilum.trust.context.ServiceContext;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reaches {@code hilum.audit.v1} on a real broker, and the log while everything is
 * logged: who did what, and no word of what was said.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditIT {

	private static final String CANARY = "Quillfeather";

	@Test
	void recordsDecisionsAndNoText(CapturedOutput output) {
		String kafka = Parts.kafka().bootstrapServers();
		ServiceContext amelia = Callers.stranger("Clinician");
		ServiceContext carla = Callers.caller("carla-" + UUID.randomUUID(), amelia.team(), "Clinician");
		String receipt;
		try (RunningPortal portal = RunningPortal.start("spring.kafka.bootstrap-servers=" + kafka,
				"hilum.kafka.create-topics=true", "logging.level.org.springframework.web=TRACE",
				"logging.level.org.springframework.http=TRACE", "logging.level.org.springframework.r2dbc=DEBUG",
				"logging.level.io.r2dbc=DEBUG", "logging.level.io.hilum=TRACE")) {
			receipt = act(portal, amelia, carla);
			List<JsonNode> events = consume(kafka, amelia, carla, 7);
			assertThat(events)
				.extracting((event) -> event.get("action").asString(), (event) -> event.get("decision").asString())
				.containsExactlyInAnyOrder(tuple("share.granted", "allowed"), tuple("share.read", "allowed"),
						tuple("share.revoked", "allowed"), tuple("conversation.exported", "allowed"),
						tuple("template.changed", "allowed"), tuple("hold.placed", "refused"),
						tuple("conversation.deleted", "allowed"));
			assertThat(events).filteredOn((event) -> event.get("action").asString().equals("conversation.deleted"))
				.extracting((event) -> event.get("id").asString())
				.containsExactly(receipt);
			assertThat(events).noneMatch((event) -> event.toString().contains(CANARY));
			assertThat(portal.meters()).contains("http_server_requests").doesNotContain(CANARY);
		}
		assertThat(output.getAll()).contains("NewMessageV1[REDACTED]", "SearchV1[REDACTED]").doesNotContain(CANARY);
	}

	private static String act(RunningPortal portal, ServiceContext amelia, ServiceContext carla) {
		String conversation = portal.begin(amelia, CANARY);
		portal.say(amelia, conversation, null, "user", CANARY + " came");
		String path = "/conversations/" + conversation;
		String share = portal.send(amelia, HttpMethod.PUT, path + "/share", Map.of()).body().get("id").asString();
		portal.get(carla, "/shared/" + share);
		portal.send(amelia, HttpMethod.DELETE, path + "/share", Map.of());
		portal.get(amelia, path + "/messages");
		portal.get(amelia, path + "/export");
		portal.send(amelia, HttpMethod.POST, "/folders", Map.of("name", CANARY));
		portal.send(amelia, HttpMethod.PATCH, path, Map.of("title", CANARY + " again"));
		portal.send(amelia, HttpMethod.PATCH, path, Map.of("title", Map.of(CANARY, CANARY)));
		portal.send(amelia, HttpMethod.PUT, "/me/preferences", Map.of("displayName", CANARY, "theme", CANARY));
		portal.send(amelia, HttpMethod.POST, "/conversations/search", Map.of("q", CANARY));
		portal.send(amelia, HttpMethod.POST, "/conversations/search", Map.of("q", List.of(CANARY)));
		portal.send(amelia, HttpMethod.POST, "/templates", Map.of("scope", "team", "title", CANARY, "text", CANARY));
		portal.send(amelia, HttpMethod.POST, "/holds", Map.of("matter", CANARY, "reason", CANARY));
		return portal.send(amelia, HttpMethod.DELETE, path, Map.of()).body().get("auditEvent").asString();
	}

	private static Tuple tuple(Object... values) {
		return Tuple.tuple(values);
	}

	private static List<JsonNode> consume(String kafka, ServiceContext one, ServiceContext other, int number) {
		List<String> subjects = List.of(one.subject(), other.subject());
		return PublishedEvents.await(kafka, "hilum.audit.v1", number,
				(event) -> subjects.contains(event.get("subject").asString()));
	}

}
