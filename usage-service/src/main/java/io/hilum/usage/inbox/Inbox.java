package io.hilum.usage.inbox;

import java.util.ArrayList;
import java.util.List;

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
		return atOnce(partition, letters).onErrorResume(DataRefusedException.class,
				(refusal) -> oneByOne(partition, letters));
	}

	private Mono<Void> atOnce(TopicPartition partition, List<Letter> letters) {
		return this.unitOfWork
			.inOne(this.positions.lock(partition).flatMap((next) -> takeFrom(next, partition, letters)));
	}

	private Mono<Void> oneByOne(TopicPartition partition, List<Letter> letters) {
		return Flux.fromIterable(letters)
			.concatMap((letter) -> atOnce(partition, List.of(letter)).onErrorResume(DataRefusedException.class,
					(refusal) -> buryAlone(partition, letter, refusal)))
			.then();
	}

	private Mono<Void> buryAlone(TopicPartition partition, Letter letter, Throwable error) {
		Mono<Void> burial = bury(partition, List.of(DeadLetter.of(letter, error)))
			.then(this.positions.advance(partition, letter.offset() + 1));
		return this.unitOfWork.inOne(this.positions.lock(partition)
			.flatMap((next) -> (letter.offset() < next) ? Mono.<Void>empty() : burial));
	}

	private Mono<Void> takeFrom(long next, TopicPartition partition, List<Letter> letters) {
		List<Letter> fresh = letters.stream().filter((letter) -> letter.offset() >= next).toList();
		if (fresh.isEmpty()) {
			return Mono.empty();
		}
		List<E> events = new ArrayList<>(fresh.size());
		List<DeadLetter> unreadable = new ArrayList<>();
		fresh.forEach((letter) -> sort(letter, events, unreadable));
		return bury(partition, unreadable)
			.then(events.isEmpty() ? Mono.empty() : this.subscription.effect().apply(List.copyOf(events)))
			.then(this.positions.advance(partition, fresh.getLast().offset() + 1));
	}

	private void sort(Letter letter, List<E> events, List<DeadLetter> unreadable) {
		try {
			if (letter.value().length > this.maxEventBytes) {
				throw new UnreadableEventException("longer than " + this.maxEventBytes + " bytes");
			}
			events.add(this.subscription.decode().apply(letter.value()));
		}
		catch (RuntimeException ex) {
			unreadable.add(DeadLetter.of(letter, ex));
		}
	}

	private Mono<Void> bury(TopicPartition partition, List<DeadLetter> letters) {
		return Flux.fromIterable(letters).concatMap((letter) -> {
			logger.warn("Buried offset {} of partition {} of {}: {}", letter.offset(), partition.partition(),
					partition.topic(), letter.error());
			return this.deadLetters.bury(partition, letter);
		}).then();
	}

}
