package io.hilum.usage.inbox;

import reactor.core.publisher.Mono;

/**
 * What was taken into effect of each partition. The position is written in the
 * transaction of the effect: neither can be there without the other.
 */
public interface Positions {

	/**
	 * Read the next offset and keep others from the partition until the transaction ends.
	 * @param partition the partition
	 * @return the next offset, 0 for a partition that was never read
	 */
	Mono<Long> lock(TopicPartition partition);

	/**
	 * Read the next offset.
	 * @param partition the partition
	 * @return the next offset, 0 for a partition that was never read
	 */
	Mono<Long> next(TopicPartition partition);

	/**
	 * Move the position of a locked partition.
	 * @param partition the partition
	 * @param next the next offset
	 * @return when it is written
	 */
	Mono<Void> advance(TopicPartition partition, long next);

}
