package io.hilum.routing.completion;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.cache.KeptAnswers;
import io.hilum.routing.idempotency.Claim;
import io.hilum.routing.idempotency.Claims;
import io.hilum.routing.idempotency.IdempotencyKey;
import io.hilum.routing.idempotency.IdempotencyProperties;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers the requests of a caller that bear one idempotency key once: the first is
 * asked, and the others wait for its answer and get the same. What did not come to its
 * end leaves the key free, so that trying again helps. After the draft "Idempotency-Key
 * HTTP Header Field" (draft-ietf-httpapi-idempotency-key-header).
 */
final class Once {

	private static final Logger logger = LoggerFactory.getLogger(Once.class);

	private final Claims claims;

	private final KeptAnswers answers;

	private final IdempotencyKeys keys;

	private final IdempotencyProperties properties;

	private final Duration longest;

	/**
	 * Answer requests once.
	 * @param claims says who is first
	 * @param answers the answers
	 * @param keys makes names of keys
	 * @param properties the bounds
	 * @param longest how long a request may take as a whole
	 */
	Once(Claims claims, KeptAnswers answers, IdempotencyKeys keys, IdempotencyProperties properties, Duration longest) {
		this.claims = claims;
		this.answers = answers;
		this.keys = keys;
		this.properties = properties;
		this.longest = longest.plus(properties.timeout().multipliedBy(2));
	}

	/**
	 * Answer a request.
	 * @param journey the journey
	 * @param asked answers it
	 * @param again gives an answer that was given before
	 * @return the answer
	 */
	Flux<byte[]> answer(Journey journey, Supplier<Flux<byte[]>> asked, Function<CachedAnswer, Flux<byte[]>> again) {
		Optional<IdempotencyKey> key = this.keys.of(journey.request());
		if (key.isEmpty()) {
			return asked.get();
		}
		AtomicBoolean waits = new AtomicBoolean(true);
		return turn(journey, key.get()).doOnError((cause) -> release(journey, key.get()).subscribe())
			.doOnNext((known) -> waits.set(false))
			.doOnCancel(() -> {
				if (waits.get()) {
					release(journey, key.get()).subscribe();
				}
			})
			.flatMapMany((known) -> known.map(again).orElseGet(() -> kept(journey, key.get(), asked.get())));
	}

	/**
	 * Wait for one's turn.
	 * @return the answer of the first, or nothing for the first itself
	 */
	private Mono<Optional<CachedAnswer>> turn(Journey journey, IdempotencyKey key) {
		return Mono
			.defer(() -> this.claims.claim(key.id(), key.print(), journey.id(), this.longest)
				.timeout(this.properties.timeout())
				.onErrorMap(Once::unavailable))
			.flatMap((claim) -> outcome(claim, key))
			.repeatWhenEmpty(this.properties.polls(), (tries) -> tries.delayElements(this.properties.poll()))
			.onErrorMap(IllegalStateException.class,
					(late) -> new RoutingException(new RoutingProblem.StillAnswered(this.properties.poll())));
	}

	private Mono<Optional<CachedAnswer>> outcome(Claim claim, IdempotencyKey key) {
		return switch (claim) {
			case MINE -> Mono.just(Optional.empty());
			case RUNNING -> Mono.empty();
			case OTHER -> Mono.error(() -> new RoutingException(new RoutingProblem.KeyReused()));
			case ANSWERED -> this.answers.find(key.answer())
				.timeout(this.properties.timeout())
				.onErrorMap(Once::unavailable)
				.map(Optional::of)
				.switchIfEmpty(Mono.error(() -> new RoutingException(new RoutingProblem.AnswerGone())));
		};
	}

	private static Throwable unavailable(Throwable cause) {
		return new RoutingException(new RoutingProblem.Unavailable("idempotency_unavailable",
				"Whether this request was answered before cannot be said at present"));
	}

	/**
	 * Whoever asks again finds the answer by the time that the first has all of it. A
	 * client may leave as soon as it has the last part, which ends nothing here.
	 */
	private Flux<byte[]> kept(Journey journey, IdempotencyKey key, Flux<byte[]> answer) {
		Transcript transcript = new Transcript((int) this.properties.maxAnswer().toBytes());
		Mono<Void> end = Mono.defer(() -> end(journey, key, transcript)).cache();
		return answer.doOnNext(transcript::add)
			.concatWith(end.then(Mono.empty()))
			.doOnError((cause) -> end.subscribe())
			.doOnCancel(end::subscribe);
	}

	private Mono<Void> end(Journey journey, IdempotencyKey key, Transcript transcript) {
		if (!journey.isWhole()) {
			return release(journey, key);
		}
		byte[] all = transcript.take();
		CachedAnswer answer = (all != null) ? Recall.answer(journey, all) : null;
		Mono<Void> kept = (answer != null) ? this.answers.keep(key.answer(), answer) : Mono.empty();
		return recorded(kept.onErrorComplete()
			.then(Mono.defer(() -> this.claims.answered(key.id(), journey.id(), this.properties.ttl()))));
	}

	/**
	 * Give the key free. Of a request that has not claimed it this changes nothing.
	 */
	private Mono<Void> release(Journey journey, IdempotencyKey key) {
		return recorded(Mono.defer(() -> this.claims.release(key.id(), journey.id())));
	}

	/**
	 * A claim whose end is not on record holds until it expires: nothing is asked twice.
	 */
	private Mono<Void> recorded(Mono<Void> end) {
		return end.timeout(this.properties.timeout()).onErrorResume((cause) -> {
			logger.warn("The end of a request with an idempotency key is not on record: {}",
					cause.getClass().getSimpleName());
			return Mono.empty();
		});
	}

}
