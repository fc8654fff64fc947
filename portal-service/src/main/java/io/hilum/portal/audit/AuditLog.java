package io.hilum.portal.audit;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * Where decisions are recorded. What cannot be recorded must not happen: a change is
 * recorded before it is committed, and a failure to record it undoes it.
 */
public interface AuditLog {

	/**
	 * Record a decision.
	 * @param event the decision
	 * @return the id of the event once it is durable; fails when it is not
	 */
	Mono<UUID> append(AuditEvent event);

}
