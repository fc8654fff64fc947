package io.hilum.usage.inbox;

import java.util.List;
import java.util.Optional;

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
	 * @param partition the partition they come from
	 * @param letters the records, in the order of the partition
	 * @return when all are in effect or buried; an error if nothing was done, or only the
	 * first of them, and trying again may help
	 */
	public Mono<Void> accept(TopicPartition partition, List<Letter> letters) {
		List<Opened<E>> opened = letters.stream().map(this::open).toList();
		return atOnce(partition, opened).onErrorResume(DataRefusedException.class,
				(refusal) -> oneByOne(partition, opened));
	}

	private Mono<Void> atOnce(TopicPartition partition, List<Opened<E>> letters) {
		return this.unitOfWork
			.inOne(this.positions.lock(partition).flatMap((next) -> takeFrom(next, partition, letters)));
	}

	private Mono<Void> oneByOne(TopicPartition partition, List<Opened<E>> letters) {
		return Flux.fromIterable(letters)
			.concatMap((letter) -> atOnce(partition, List.of(letter)).onErrorResume(DataRefusedException.class,
					(refusal) -> atOnce(partition, List.of(letter.refused(refusal)))))
			.then();
	}

	private Mono<Void> takeFrom(long next, TopicPartition partition, List<Opened<E>> letters) {
		List<Opened<E>> fresh = letters.stream().filter((letter) -> letter.offset() >= next).toList();
		if (fresh.isEmpty()) {
			return Mono.empty();
		}
		List<E> events = fresh.stream().flatMap((letter) -> letter.event().stream()).toList();
		List<DeadLetter> unreadable = fresh.stream().flatMap((letter) -> letter.unreadable().stream()).toList();
		return bury(partition, unreadable)
			.then(events.isEmpty() ? Mono.empty() : this.subscription.effect().apply(events))
			.then(this.positions.advance(partition, fresh.getLast().offset() + 1));
	}

	private Opened<E> open(Letter letter) {
		try {
			if (letter.value().length > this.maxEventBytes) {
				throw new UnreadableEventException("longer than " + this.maxEventBytes + " bytes");
			}
			return new Opened<>(letter, Optional.of(this.subscription.decode().apply(letter.value())),
					Optional.empty());
		}
		catch (RuntimeException ex) {
			return new Opened<>(letter, Optional.empty(), Optional.of(DeadLetter.of(letter, ex)));
		}
	}

	private Mono<Void> bury(TopicPartition partition, List<DeadLetter> letters) {
		return Flux.fromIterable(letters).concatMap((letter) -> {
			logger.warn("Buried offset {} of partition {} of {}: {}", letter.offset(), partition.partition(),
					partition.topic(), letter.error());
			return this.deadLetters.bury(partition, letter);
		}).then();
	}

	/**
	 * A record that was looked into: either an event or unreadable.
	 *
	 * @param <E> the type of the events
	 * @param letter the record
	 * @param event what it says
	 * @param unreadable what is kept of it if it says nothing
	 */
	private record Opened<E>(Letter letter, Optional<E> event, Optional<DeadLetter> unreadable) {

		long offset() {
			return this.letter.offset();
		}

		Opened<E> refused(Throwable refusal) {
			return new Opened<>(this.letter, Optional.empty(), Optional.of(DeadLetter.of(this.letter, refusal)));
		}

	}

}
