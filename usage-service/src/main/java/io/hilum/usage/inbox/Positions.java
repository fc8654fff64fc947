package io.hilum.usage.inbox;

import java.util.Collection;
import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * What was taken into effect of each partition. The position is written in the
 * transaction of the effect: neither can be there without the other.
 */
public interface Positions {

	/**
	 * Read the next offset of each partition and keep others from them until the
	 * transaction ends.
	 * @param topic the topic
	 * @param topicId its id
	 * @param partitions the partitions
	 * @return the next offset of each, 0 for a partition that was never read
	 */
	Mono<Map<Integer, Long>> lock(String topic, String topicId, Collection<Integer> partitions);

	/**
	 * Read the next offset.
	 * @param partition the partition
	 * @return the next offset, 0 for a partition that was never read
	 */
	Mono<Long> next(TopicPartition partition);

	/**
	 * Move the positions of locked partitions.
	 * @param topic the topic
	 * @param topicId its id
	 * @param next the next offset of each
	 * @return when they are written
	 */
	Mono<Void> advance(String topic, String topicId, Map<Integer, Long> next);

}
