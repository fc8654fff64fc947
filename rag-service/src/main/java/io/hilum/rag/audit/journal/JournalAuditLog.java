package io.hilum.rag.audit.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.hilum.journal.CloudEvent;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.JournalException;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.trace.TraceParent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends audit events to the journal on disk, from which they go to Kafka. Events are
 * CloudEvents 1.0 in Kafka's binary mode.
 */
class JournalAuditLog implements AuditLog {

	static final String TOPIC = "hilum.audit.v1";

	private static final String SOURCE = "/" + AuditRecordedV1.SERVICE;

	private static final String TYPE = "hilum.audit.recorded.v1";

	private final EventJournal journal;

	private final JsonMapper json;

	private final TimeOrderedIds ids;

	private final Clock clock;

	JournalAuditLog(EventJournal journal, JsonMapper json, TimeOrderedIds ids, Clock clock) {
		this.journal = journal;
		this.json = json;
		this.ids = ids;
		this.clock = clock;
	}

	@Override
	public Mono<Void> append(AuditEvent event) {
		return Mono.deferContextual((context) -> append(event, TraceParent.of(context)));
	}

	private Mono<Void> append(AuditEvent event, @Nullable String trace) {
		return Mono.<Void>fromRunnable(() -> this.journal.append(entry(event, trace)))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(JournalException.class, (ex) -> RagProblem.of(ProblemCode.AUDIT_UNAVAILABLE,
					"The decision cannot be recorded now, so nothing was done"));
	}

	private JournalEntry entry(AuditEvent event, @Nullable String trace) {
		UUID id = this.ids.next();
		Instant time = this.clock.instant();
		AuditRecordedV1 recorded = AuditRecordedV1.of(event, id, time);
		return new CloudEvent(id.toString(), SOURCE, TYPE, time).entry(TOPIC, recorded.requestId(), trace,
				this.json.writeValueAsBytes(recorded));
	}

}
