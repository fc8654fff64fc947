package io.hilum.usage.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.hilum.usage.transaction.DataRefusedException;
import io.hilum.usage.transaction.UnitOfWork;
import reactor.core.publisher.Mono;

/**
 * A store with transactions that can fail at any step. Not thread-safe.
 */
class SimulatedStore implements UnitOfWork, Positions, DeadLetters {

	private State state = new State(new HashMap<>(), new ArrayList<>(), new ArrayList<>());

	private int stepsUntilCrash = Integer.MAX_VALUE;

	private final Set<String> refused = new TreeSet<>();

	void crashAfter(int steps) {
		this.stepsUntilCrash = steps;
	}

	void refuse(String event) {
		this.refused.add(event);
	}

	List<String> effects() {
		return this.state.effects();
	}

	List<DeadLetter> buried() {
		return this.state.buried();
	}

	Mono<Void> effect(List<String> events) {
		return step(() -> {
			for (String event : events) {
				if (this.refused.contains(event)) {
					throw new DataRefusedException(new IllegalArgumentException("refused"));
				}
			}
			this.state.effects().addAll(events);
		});
	}

	@Override
	public <T> Mono<T> inOne(Mono<T> work) {
		return Mono.defer(() -> {
			State before = this.state.copy();
			return work.then(step(() -> {
			})).then(Mono.<T>empty()).doOnError((ex) -> this.state = before);
		});
	}

	@Override
	public Mono<Map<Integer, Long>> lock(String topic, String topicId, Collection<Integer> partitions) {
		return step(() -> {
		}).then(Mono.fromSupplier(() -> partitions.stream()
			.collect(Collectors.toMap((partition) -> partition, (partition) -> this.state.positions()
				.getOrDefault(new TopicPartition(topic, topicId, partition), 0L)))));
	}

	@Override
	public Mono<Long> next(TopicPartition partition) {
		return Mono.fromSupplier(() -> this.state.positions().getOrDefault(partition, 0L));
	}

	@Override
	public Mono<Void> advance(String topic, String topicId, Map<Integer, Long> next) {
		return step(() -> next.forEach((partition, offset) -> this.state.positions()
			.put(new TopicPartition(topic, topicId, partition), offset)));
	}

	@Override
	public Mono<Void> bury(TopicPartition partition, DeadLetter letter) {
		return step(() -> this.state.buried().add(letter));
	}

	private Mono<Void> step(Runnable work) {
		return Mono.fromRunnable(() -> {
			if (this.stepsUntilCrash-- == 0) {
				throw new IllegalStateException("crashed");
			}
			work.run();
		});
	}

	private record State(Map<TopicPartition, Long> positions, List<String> effects, List<DeadLetter> buried) {

		State copy() {
			return new State(new HashMap<>(this.positions), new ArrayList<>(this.effects),
					new ArrayList<>(this.buried));
		}

	}

}
