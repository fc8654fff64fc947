package io.hilum.usage.inbox;

import reactor.core.publisher.Mono;

/**
 * Where records go that cannot be taken in.
 */
public interface DeadLetters {

	/**
	 * Bury a record in the present transaction.
	 * @param partition the partition it came from
	 * @param letter what is kept of it
	 * @return when it is written
	 */
	Mono<Void> bury(TopicPartition partition, DeadLetter letter);

}
