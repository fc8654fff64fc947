package io.hilum.gateway.chat;

import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.chat.answer.StreamOutcome;
import io.hilum.gateway.chat.answer.StreamRelay;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Follows one request to its end, whichever that is, and then puts it on record once and
 * gives its lease back. Before a model is called the record is announced, so that even
 * the death of this process leaves one. Thread-safe.
 */
final class Journey {

	private static final Logger logger = LoggerFactory.getLogger(Journey.class);

	private static final int CLIENT_CLOSED = 499;

	private final AuditLog auditLog;

	private final ChatAudit audit;

	private final Admission admission;

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile ChatContext context;

	private volatile ContextView trace = Context.empty();

	private volatile boolean counted;

	private volatile boolean delivering;

	private volatile @Nullable Mono<Void> announcement;

	private volatile @Nullable StreamRelay relay;

	Journey(ChatContext start, AuditLog auditLog, ChatAudit audit, Admission admission) {
		this.context = start;
		this.auditLog = auditLog;
		this.audit = audit;
		this.admission = admission;
	}

	/**
	 * Note whose subscription this is, since the record of its end outlives it and still
	 * belongs to its trace.
	 * @param <T> what the steps bring
	 * @param steps the steps of the request
	 * @param subscription the context of its subscriber
	 * @return the steps
	 */
	<T> Mono<T> within(Mono<T> steps, ContextView subscription) {
		this.trace = subscription;
		return steps;
	}

	void reached(ChatContext next) {
		this.context = next;
	}

	void counting() {
		this.counted = true;
	}

	void delivering() {
		this.delivering = true;
	}

	void streaming(StreamRelay through) {
		this.relay = through;
	}

	/**
	 * Put on record that a model is about to be called.
	 * @return completion once that is kept; nobody may go on without it
	 */
	Mono<Void> announce() {
		AuditEvent event = this.audit.event(this.context, Decision.ALLOWED, "gateway_restarted", 500);
		Mono<Void> kept = this.auditLog.provisional(event).cache();
		this.announcement = kept;
		return kept;
	}

	void succeeded() {
		StreamRelay through = this.relay;
		if (through != null && through.outcome() == StreamOutcome.OPEN) {
			cancelled();
			return;
		}
		int status = this.context.answer().status();
		boolean reachedProvider = this.context.answer().header("hilum-provider") != null;
		boolean refused = status >= 400 && !reachedProvider;
		end(refused ? Decision.REFUSED : Decision.ALLOWED, (status >= 400) ? problem(status) : streamReason(), status);
	}

	/** Why routing-service let nothing out is on record by its code. */
	private String problem(int status) {
		String code = this.context.answer().header("hilum-problem");
		return (code != null) ? code : "status_" + status;
	}

	private @Nullable String streamReason() {
		StreamRelay through = this.relay;
		if (through == null || through.outcome() == StreamOutcome.COMPLETE) {
			return null;
		}
		return (through.outcome() == StreamOutcome.FAILED) ? "stream_failed" : "stream_interrupted";
	}

	void failed(Throwable thrown) {
		if (this.delivering) {
			end(Decision.ALLOWED, "client_closed", CLIENT_CLOSED);
			return;
		}
		GatewayProblem problem = Problems.from(thrown);
		end(Decision.REFUSED, problem.code(), ProblemResponse.of(problem).status());
	}

	void cancelled() {
		end((this.announcement != null) ? Decision.ALLOWED : Decision.REFUSED, "client_closed", CLIENT_CLOSED);
	}

	private void end(Decision decision, @Nullable String reason, int status) {
		if (!this.ended.compareAndSet(false, true)) {
			return;
		}
		AuditEvent event = this.audit.event(this.context, decision, reason, status);
		record(event).contextWrite(this.trace).onErrorComplete().subscribe();
		if (this.counted) {
			this.admission.release(this.context.counted()).subscribe();
		}
	}

	private Mono<Void> record(AuditEvent event) {
		Mono<Void> announced = this.announcement;
		Mono<Void> record = (announced != null) ? announced.then(this.auditLog.complete(event))
				: this.auditLog.append(event);
		return record.doOnError((ex) -> logger.error("Request {} is not on record", event.requestId()));
	}

}
