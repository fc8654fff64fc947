package io.hilum.usage.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.hilum.usage.transaction.DataRefusedException;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes records into effect exactly once, however often they are delivered: effect and
 * position are one transaction, records before the position are skipped. A record that
 * can never be taken in is buried and its partition goes on; any other failure leaves
 * everything as it was, to be tried again.
 *
 * @param <E> the type of the events
 */
public final class Inbox<E> {

	private static final Logger logger = LoggerFactory.getLogger(Inbox.class);

	private final Subscription<E> subscription;

	private final UnitOfWork unitOfWork;

	private final Positions positions;

	private final DeadLetters deadLetters;

	private final int maxEventBytes;

	/**
	 * Create an inbox.
	 * @param subscription what to do with the events
	 * @param unitOfWork transactions
	 * @param positions what was taken in
	 * @param deadLetters where unreadable records go
	 * @param maxEventBytes the length from which on a record is unreadable
	 */
	public Inbox(Subscription<E> subscription, UnitOfWork unitOfWork, Positions positions, DeadLetters deadLetters,
			int maxEventBytes) {
		this.subscription = subscription;
		this.unitOfWork = unitOfWork;
		this.positions = positions;
		this.deadLetters = deadLetters;
		this.maxEventBytes = maxEventBytes;
	}

	/**
	 * Take records into effect.
	 * @param batch the records
	 * @return when all are in effect or buried; an error if nothing was done, or only the
	 * first of them, and trying again may help
	 */
	public Mono<Void> accept(Batch batch) {
		List<Opened<E>> opened = batch.letters()
			.entrySet()
			.stream()
			.flatMap((part) -> part.getValue().stream().map((letter) -> open(part.getKey(), letter)))
			.toList();
		return atOnce(batch, opened).onErrorResume(DataRefusedException.class, (refusal) -> oneByOne(batch, opened));
	}

	private Mono<Void> atOnce(Batch batch, List<Opened<E>> letters) {
		SortedSet<Integer> partitions = letters.stream()
			.map(Opened::partition)
			.collect(Collectors.toCollection(TreeSet::new));
		return this.unitOfWork.inOne(this.positions.lock(batch.topic(), batch.topicId(), partitions)
			.flatMap((next) -> takeFrom(next, batch, letters)));
	}

	private Mono<Void> oneByOne(Batch batch, List<Opened<E>> letters) {
		return Flux.fromIterable(letters)
			.concatMap((letter) -> atOnce(batch, List.of(letter)).onErrorResume(DataRefusedException.class,
					(refusal) -> atOnce(batch, List.of(letter.refused(refusal)))))
			.then();
	}

	private Mono<Void> takeFrom(Map<Integer, Long> next, Batch batch, List<Opened<E>> letters) {
		List<Opened<E>> fresh = letters.stream()
			.filter((letter) -> letter.offset() >= next.getOrDefault(letter.partition(), 0L))
			.toList();
		if (fresh.isEmpty()) {
			return Mono.empty();
		}
		List<E> events = fresh.stream().flatMap((letter) -> letter.event().stream()).toList();
		List<Opened<E>> unreadable = fresh.stream().filter((letter) -> letter.unreadable().isPresent()).toList();
		Map<Integer, Long> advanced = new TreeMap<>();
		fresh.forEach((letter) -> advanced.put(letter.partition(), letter.offset() + 1));
		return bury(batch, unreadable).then(events.isEmpty() ? Mono.empty() : this.subscription.effect().apply(events))
			.then(this.positions.advance(batch.topic(), batch.topicId(), advanced));
	}

	private Opened<E> open(int partition, Letter letter) {
		try {
			if (letter.value().length > this.maxEventBytes) {
				throw new UnreadableEventException("longer than " + this.maxEventBytes + " bytes");
			}
			return new Opened<>(partition, letter, Optional.of(this.subscription.decode().apply(letter.value())),
					Optional.empty());
		}
		catch (RuntimeException ex) {
			return new Opened<>(partition, letter, Optional.empty(), Optional.of(DeadLetter.of(letter, ex)));
		}
	}

	private Mono<Void> bury(Batch batch, List<Opened<E>> letters) {
		return Flux.fromIterable(letters).concatMap((letter) -> {
			TopicPartition partition = new TopicPartition(batch.topic(), batch.topicId(), letter.partition());
			DeadLetter dead = letter.unreadable().orElseThrow();
			logger.warn("Buried offset {} of partition {} of {}: {}", dead.offset(), partition.partition(),
					partition.topic(), dead.error());
			return this.deadLetters.bury(partition, dead);
		}).then();
	}

	/**
	 * A record that was looked into: either an event or unreadable.
	 *
	 * @param <E> the type of the events
	 * @param partition its partition
	 * @param letter the record
	 * @param event what it says
	 * @param unreadable what is kept of it if it says nothing
	 */
	private record Opened<E>(int partition, Letter letter, Optional<E> event, Optional<DeadLetter> unreadable) {

		long offset() {
			return this.letter.offset();
		}

		Opened<E> refused(Throwable refusal) {
			return new Opened<>(this.partition, this.letter, Optional.empty(),
					Optional.of(DeadLetter.of(this.letter, refusal)));
		}

	}

}
