package io.hilum.gateway.audit;

import reactor.core.publisher.Mono;

/**
 * Keeps audit events so that the death of the process cannot take them. Each call
 * completes when the event is kept, and fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable} when it cannot be.
 */
public interface AuditLog {

	/**
	 * Keep an event.
	 * @param event the event
	 * @return completion once it is kept
	 */
	Mono<Void> append(AuditEvent event);

	/**
	 * Keep what is to be published should this process die before it knows how the
	 * request ended. Ended by {@link #complete(AuditEvent)} with the same request id.
	 * @param event the event
	 * @return completion once it is kept
	 */
	Mono<Void> provisional(AuditEvent event);

	/**
	 * Say how a request ended that was announced by {@link #provisional(AuditEvent)}.
	 * @param event the event
	 * @return completion once it is kept
	 */
	Mono<Void> complete(AuditEvent event);

}
