package io.hilum.gateway.audit.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.audit.PhiRecord;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalCursor;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.PendingEntry;
import io.hilum.loops.EventLoops;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaAuditLog}: what it keeps is what the contract says, and survives.
 */
class KafkaAuditLogTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final EventLoops LOOPS = new EventLoops(LoopResources.create("test", 1, true));

	@TempDir
	private Path folder = Path.of("");

	@Test
	void writesTheExamplesOfTheContract() {
		AuditEvent chat = new AuditEvent("0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c03",
				Instant.parse("2026-01-05T08:00:02.212Z"), "gateway-service", "chat.completion", "req_01HZX3M9",
				"https://login.example/realms/hilum|amelia", List.of("Clinician"), "cardiology", null, null,
				"treatment", "10.1.2.3", "model:gpt-4o", Decision.ALLOWED, null, 200, "gpt-4o-2024-11-20", "azure-east",
				"eastus2", "microsoft-baa",
				new PhiRecord("DEIDENTIFIED", "pseudonymise", Map.of("NAME", 2, "MRN", 1, "DATE", 1)), "builtin-1",
				List.of());
		AuditEvent login = new AuditEvent("0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c04", Instant.parse("2026-01-05T08:00:03Z"),
				"gateway-service", "login", "req_01HZX3MB", null, List.of(), null, null, null, null, "10.1.2.9", null,
				Decision.REFUSED, "token_expired", 401, null, null, null, null, null, null, List.of());
		AuditEvent read = new AuditEvent("0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c05", Instant.parse("2026-01-05T08:00:04Z"),
				"gateway-service", "phi.read", "req_01HZX3MC", "https://login.example/realms/hilum|bo",
				List.of("Admin"), "privacy", null, null, null, "10.1.2.9", "phi/corrections", Decision.ALLOWED, null,
				200, null, null, null, null, null, null, List.of())
			.counting(3);
		AuditEvent disclosure = new AuditEvent("0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c06", chat.time(), "gateway-service",
				"chat.completion", "req_01HZX3MD", chat.subject(), List.of("Clinician"), "cardiology", null, null,
				"payment", "10.1.2.3", "model:gpt-4o", Decision.ALLOWED, null, 200, "gpt-4o-2024-11-20", "azure-east",
				"eastus2", "microsoft-baa", new PhiRecord("RAW", "allow", Map.of("NAME", 2, "MRN", 1, "DATE", 1)),
				"builtin-1", List.of())
			.concerning(List.of("pt_Zk3vQ1r9TnX0aBcDeFgHiJkL"));
		try (EventJournal journal = open(1 << 20)) {
			KafkaAuditLog log = new KafkaAuditLog(journal, Schedulers.immediate(), LOOPS);
			done(log.append(chat));
			done(log.append(login));
			done(log.append(read));
			done(log.append(disclosure));
			List<JournalEntry> kept = pending(journal);
			assertSame(kept.get(0), "chat.json");
			assertSame(kept.get(1), "login-refused.json");
			assertSame(kept.get(2), "corrections-read.json");
			assertSame(kept.get(3), "disclosure.json");
			assertThat(kept.get(0).key()).isEqualTo("req_01HZX3M9");
			assertThat(kept.get(0).headers()).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_id", chat.id())
				.containsEntry("ce_source", "/gateway-service")
				.containsEntry("ce_type", "hilum.audit.recorded.v1")
				.containsEntry("content-type", "application/json");
		}
	}

	@Test
	void publishesAnAnnouncementOnlyAfterTheDeathOfTheProcess() {
		try (EventJournal journal = open(1 << 20)) {
			KafkaAuditLog log = new KafkaAuditLog(journal, Schedulers.immediate(), LOOPS);
			done(log.provisional(event("req_done", "gateway_restarted")));
			done(log.complete(event("req_done", null)));
			done(log.provisional(event("req_open", "gateway_restarted")));
			assertThat(pending(journal)).extracting(JournalEntry::key).containsExactly("req_done");
		}
		try (EventJournal journal = open(1 << 20)) {
			List<JournalEntry> kept = pending(journal);
			assertThat(kept).extracting(JournalEntry::key).containsExactly("req_done", "req_open");
			assertThat(JSON.readTree(kept.get(0).value()).get("reason").isNull()).isTrue();
			assertThat(JSON.readTree(kept.get(1).value()).get("reason").asString()).isEqualTo("gateway_restarted");
		}
	}

	@Test
	void saysWhenThereIsNoMoreRoom() {
		try (EventJournal journal = open(4096)) {
			KafkaAuditLog log = new KafkaAuditLog(journal, Schedulers.immediate(), LOOPS);
			@Nullable Throwable refused = null;
			for (int i = 0; i < 100 && refused == null; i++) {
				refused = log.provisional(event("req_" + i, "gateway_restarted"))
					.then(Mono.<Throwable>empty())
					.onErrorResume(Mono::just)
					.block(Duration.ofSeconds(60));
			}
			assertThat(refused).isInstanceOf(ProblemException.class);
			if (refused instanceof ProblemException problem) {
				assertThat(problem.problem()).isInstanceOf(GatewayProblem.Unavailable.class);
				assertThat(problem.problem().code()).isEqualTo("audit_unavailable");
			}
			done(log.complete(event("req_0", null)));
		}
	}

	private EventJournal open(long maxBytes) {
		return EventJournal.open(new JournalSettings(this.folder.resolve("journal"), maxBytes,
				Math.max(1024, maxBytes / 8), Durability.NEVER, Duration.ofSeconds(1)));
	}

	private static List<JournalEntry> pending(EventJournal journal) {
		List<JournalEntry> entries = new ArrayList<>();
		try (JournalCursor cursor = journal.cursor()) {
			for (PendingEntry next = cursor.next(); next != null; next = cursor.next()) {
				entries.add(next.entry());
			}
		}
		return entries;
	}

	private static AuditEvent event(String requestId, @Nullable String reason) {
		return new AuditEvent("0198f1b0-5b57-7d02-b1a4-7f0a3f5f9c04", Instant.parse("2026-01-05T08:00:03Z"),
				"gateway-service", "chat.completion", requestId, "s", List.of("Clinician"), "t", null, null, null, null,
				null, Decision.ALLOWED, reason, 200, null, null, null, null, null, null, List.of());
	}

	private static void done(Mono<Void> write) {
		StepVerifier.create(write).expectComplete().verify(Duration.ofSeconds(60));
	}

	private static void assertSame(JournalEntry kept, String example) {
		JsonNode written = JSON.readTree(kept.value());
		JsonNode expected = JSON.readTree(RunningGateway.example("audit-recorded-v1/" + example));
		written.propertyNames()
			.stream()
			.filter((name) -> !name.equals("time"))
			.forEach((name) -> assertThat(written.get(name)).as(name).isEqualTo(expected.get(name)));
		assertThat(written.propertyNames()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
		assertThat(Instant.parse(written.get("time").asString()))
			.isEqualTo(Instant.parse(expected.get("time").asString()));
		var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(KafkaAuditLogTests.class.getResourceAsStream("/contracts/events/audit-recorded-v1.schema.json"));
		assertThat(schema.validate(written.toString(), InputFormat.JSON)).isEmpty();
	}

}
