package io.hilum.usage.inbox;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * What is to be done with the events of a topic.
 *
 * @param <E> the type of the events
 * @param topic the topic
 * @param group the group of readers that share its partitions
 * @param decode reads an event or throws
 * @param effect takes events into effect, in the present transaction; an event that it
 * has seen before must change nothing
 */
public record Subscription<E>(String topic, String group, Function<byte[], E> decode,
		Function<List<E>, Mono<Void>> effect) {
}
