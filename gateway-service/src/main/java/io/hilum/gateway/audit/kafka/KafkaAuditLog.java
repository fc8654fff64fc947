package io.hilum.gateway.audit.kafka;

import java.util.function.Consumer;

import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.journal.CloudEvent;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalEntry;
import io.hilum.loops.EventLoops;
import io.hilum.trust.trace.TraceParent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps events in the journal, which brings them to Kafka as CloudEvents 1.0 in binary
 * mode.
 */
final class KafkaAuditLog implements AuditLog {

	static final String TOPIC = "hilum.audit.v1";

	private static final String SOURCE = "/" + AuditEvent.SERVICE;

	private static final String TYPE = "hilum.audit.recorded.v1";

	private static final Logger logger = LoggerFactory.getLogger(KafkaAuditLog.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final EventJournal journal;

	private final Scheduler writers;

	private final EventLoops loops;

	KafkaAuditLog(EventJournal journal, Scheduler writers, EventLoops loops) {
		this.journal = journal;
		this.writers = writers;
		this.loops = loops;
	}

	@Override
	public Mono<Void> append(AuditEvent event) {
		return write((trace) -> this.journal.append(entry(event, trace)));
	}

	@Override
	public Mono<Void> provisional(AuditEvent event) {
		return write((trace) -> this.journal.provisional(event.requestId(), entry(event, trace)));
	}

	@Override
	public Mono<Void> complete(AuditEvent event) {
		return write((trace) -> this.journal.complete(event.requestId(), entry(event, trace)));
	}

	private Mono<Void> write(Consumer<@Nullable String> write) {
		return Mono.deferContextual((context) -> {
			String trace = TraceParent.of(context);
			return this.loops.comeBack(Mono.<Void>fromRunnable(() -> write.accept(trace)).subscribeOn(this.writers))
				.onErrorMap(KafkaAuditLog::unavailable);
		});
	}

	private static Throwable unavailable(Throwable thrown) {
		logger.error("An audit event is not kept: {}", thrown.getMessage());
		return new GatewayProblem.Unavailable("audit_unavailable",
				"The request cannot be put on record at the moment, so it is not served. Try again shortly")
			.asException();
	}

	private static JournalEntry entry(AuditEvent event, @Nullable String trace) {
		return new CloudEvent(event.id(), SOURCE, TYPE, event.time()).entry(TOPIC, event.requestId(), trace,
				JSON.writeValueAsBytes(event));
	}

}
