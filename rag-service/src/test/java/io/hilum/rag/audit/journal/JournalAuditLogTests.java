package io.hilum.rag.audit.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.JournalSettings;
import io.hilum.rag.Callers;
import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.id.TimeOrderedIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link JournalAuditLog}.
 */
class JournalAuditLogTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);

	private static final JsonMapper JSON = JsonMapper.shared();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void writesEventsThatTheContractAllows() throws Exception {
		List<JournalEntry> entries = append(JournalSettings.in(this.directory),
				AuditEvent.allowed(AuditAction.DOCUMENT_UPLOADED, Callers.ADMIN, "guidelines", "document:1", 202),
				AuditEvent.own(AuditAction.COLLECTION_EXPIRED, "personal-a", "collection:1", "retention"),
				AuditEvent.refused(AuditAction.COLLECTION_DELETED, Callers.CLINICIAN, "guidelines", "forbidden", 403));
		Schema schema = schema();
		for (JournalEntry entry : entries) {
			assertThat(schema.validate(new String(entry.value(), StandardCharsets.UTF_8), InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true))))
				.isEmpty();
			assertThat(entry.topic()).isEqualTo("hilum.audit.v1");
		}
		JsonNode uploaded = JSON.readTree(entries.getFirst().value());
		assertThat(entries.getFirst().key()).isEqualTo("req-ada");
		assertThat(entries.getFirst().headers()).containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_id", uploaded.get("id").asString())
			.containsEntry("ce_type", "hilum.audit.recorded.v1")
			.containsEntry("ce_time", "2026-01-05T08:00:00Z")
			.containsEntry("content-type", "application/json");
		assertThat(uploaded.get("action").asString()).isEqualTo("document.uploaded");
		assertThat(uploaded.get("decision").asString()).isEqualTo("allowed");
		assertThat(uploaded.get("collections").get(0).asString()).isEqualTo("guidelines");
		JsonNode expired = JSON.readTree(entries.get(1).value());
		assertThat(expired.get("decision").asString()).isEqualTo("allowed");
		assertThat(expired.get("subject").asString()).isEqualTo("rag-service");
		assertThat(expired.get("reason").asString()).isEqualTo("retention");
		JsonNode refused = JSON.readTree(entries.getLast().value());
		assertThat(refused.get("decision").asString()).isEqualTo("refused");
		assertThat(refused.get("reason").asString()).isEqualTo("forbidden");
	}

	@Test
	void failsWhenTheJournalIsFull() {
		JournalSettings small = new JournalSettings(this.directory, 4096, 1024, Durability.INTERVAL,
				Duration.ofMillis(10));
		try (EventJournal journal = EventJournal.open(small, CLOCK)) {
			JournalAuditLog log = new JournalAuditLog(journal, JSON, ids(), CLOCK);
			AuditEvent event = AuditEvent.allowed(AuditAction.DOCUMENT_DELETED, Callers.ADMIN, "x", "document:1", 204);
			RagProblem problem = catchThrowableOfType(RagProblem.class, () -> {
				for (int i = 0; i < 20; i++) {
					log.append(event).block(Duration.ofSeconds(60));
				}
			});
			assertThat(problem.code()).isEqualTo(ProblemCode.AUDIT_UNAVAILABLE);
		}
	}

	private static List<JournalEntry> append(JournalSettings settings, AuditEvent... events) throws Exception {
		List<JournalEntry> entries = new ArrayList<>();
		try (EventJournal journal = EventJournal.open(settings, CLOCK); var cursor = journal.cursor()) {
			JournalAuditLog log = new JournalAuditLog(journal, JSON, ids(), CLOCK);
			for (AuditEvent event : events) {
				log.append(event).block(Duration.ofSeconds(60));
			}
			for (var pending = cursor.next(); pending != null; pending = cursor.next()) {
				entries.add(pending.entry());
			}
		}
		return entries;
	}

	private static Schema schema() throws Exception {
		try (var file = JournalAuditLogTests.class
			.getResourceAsStream("/contracts/events/audit-recorded-v1.schema.json")) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(file);
		}
	}

	private static TimeOrderedIds ids() {
		return new TimeOrderedIds(CLOCK, new Random(7));
	}

}
