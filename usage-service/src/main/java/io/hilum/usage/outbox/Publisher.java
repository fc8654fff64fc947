package io.hilum.usage.outbox;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Sends events to whom they concern.
 */
public interface Publisher {

	/**
	 * Send events in order.
	 * @param events the events
	 * @return when all are acknowledged; an error if any is not
	 */
	Mono<Void> publish(List<OutboxRecord> events);

}
