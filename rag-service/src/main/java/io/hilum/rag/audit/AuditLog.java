package io.hilum.rag.audit;

import reactor.core.publisher.Mono;

/**
 * Where decisions are recorded. What cannot be recorded must not happen: a change is
 * recorded before it is committed, and a failure to record it undoes it.
 */
public interface AuditLog {

	/**
	 * Record a decision.
	 * @param event the decision
	 * @return completes when the event is durable; fails when it is not
	 */
	Mono<Void> append(AuditEvent event);

}
