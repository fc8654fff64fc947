package io.hilum.routing.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.hilum.dialects.sse.EventScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CacheKeys;
import io.hilum.routing.cache.CacheProperties;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.cache.KnownAnswers;
import io.hilum.routing.cache.Wording;
import io.hilum.routing.catalogue.Caching;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives an answer again that was given to the same request before, where the catalogue
 * lets a model's answers be kept, and never for raw text or a beta. It is given only if
 * the deployment that gave it may be tried for this request too, so that policies and
 * agreements hold for what is known as for what is asked.
 */
final class Recall {

	private static final Ending KNOWN = new Ending(UsageOutcome.CACHED, 200, null);

	private final KnownAnswers answers;

	private final CacheKeys keys;

	private final CacheProperties properties;

	private final Closing closing;

	private final Likeness likeness;

	Recall(KnownAnswers answers, CacheKeys keys, CacheProperties properties, Closing closing, Likeness likeness) {
		this.answers = answers;
		this.keys = keys;
		this.properties = properties;
		this.closing = closing;
		this.likeness = likeness;
	}

	/**
	 * Answer from what is known, or else ask.
	 * @param journey the journey
	 * @param known makes the answer of what is known
	 * @param asked asks a provider; what it says may be kept
	 * @return the answer
	 */
	Flux<byte[]> answer(Journey journey, Function<CachedAnswer, Flux<byte[]>> known, Supplier<Flux<byte[]>> asked) {
		Caching caching = journey.plan().model().cached();
		if (caching == null || !isCacheable(journey.request())) {
			return asked.get();
		}
		Question question = new Question(journey, caching, key(journey));
		if (!journey.request().cacheUse().find()) {
			return kept(question, null, asked);
		}
		Mono<Optional<Wording>> wording = this.likeness.wording(journey, caching)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.cache();
		return find(question, wording).map((found) -> given(journey, found, known))
			.switchIfEmpty(wording.map((one) -> kept(question, one.orElse(null), asked)))
			.flatMapMany(Function.identity());
	}

	private Mono<KnownAnswers.Found> find(Question question, Mono<Optional<Wording>> wording) {
		return this.answers.find(question.key(),
				() -> wording.mapNotNull(
						(one) -> one.map((asked) -> this.likeness.find(asked, question.caching())).orElse(null)),
				(found) -> giver(question.journey(), found).isPresent());
	}

	private static Flux<byte[]> given(Journey journey, KnownAnswers.Found found,
			Function<CachedAnswer, Flux<byte[]>> known) {
		if (found.similar()) {
			journey.markKnown(AnswerHead.Known.SIMILAR);
		}
		return known.apply(found.answer());
	}

	private boolean isCacheable(CompletionRequest request) {
		return request.endpoint() != Endpoint.COUNT_TOKENS && request.betas().isEmpty()
				&& request.caller().phi() != PhiState.RAW
				&& request.body().length() <= this.properties.maxRequest().toBytes()
				&& ProviderState.isUntouched(request);
	}

	private CacheKey key(Journey journey) {
		CompletionRequest request = journey.request();
		return this.keys.of(journey.plan().catalogueVersion(), request.caller(), request.endpoint(),
				request.body().bytes());
	}

	private static Optional<Candidate> giver(Journey journey, CachedAnswer answer) {
		return journey.plan()
			.candidates()
			.stream()
			.filter((candidate) -> candidate.deployment().id().equals(answer.deployment()))
			.findFirst();
	}

	/**
	 * Whether a known answer may be given: policies and agreements hold for it today.
	 * @param journey the journey
	 * @param answer the answer
	 * @return {@code true} if the deployment that gave it may be tried
	 */
	static boolean mayGive(Journey journey, CachedAnswer answer) {
		return giver(journey, answer).isPresent();
	}

	/**
	 * Give a known answer. It costs nothing, so what was set aside goes back.
	 * @param journey the journey
	 * @param answer the answer
	 * @param head is told before the first element
	 * @return the answer, event by event if it is streamed
	 */
	Flux<byte[]> replay(Journey journey, CachedAnswer answer, Consumer<AnswerHead> head) {
		Candidate giver = giver(journey, answer).orElseThrow();
		journey.recall(giver, answer);
		if (this.closing.end(journey, KNOWN) == null) {
			return Flux.empty();
		}
		boolean stream = journey.request().stream();
		head.accept(AnswerHead.known(journey, giver, stream));
		return stream ? Flux.fromIterable(events(answer.body())) : Flux.just(answer.body());
	}

	private static List<byte[]> events(byte[] body) {
		List<byte[]> events = new ArrayList<>();
		new EventScanner(body.length).take(body, (bytes, start, end) -> {
			byte[] event = new byte[end - start];
			System.arraycopy(bytes, start, event, 0, event.length);
			events.add(event);
		});
		return events;
	}

	/**
	 * An answer is kept when its last part goes out, beside the request. What a fallback
	 * answered is not kept: the model itself may be back by the next request.
	 */
	private Flux<byte[]> kept(Question question, @Nullable Wording wording, Supplier<Flux<byte[]>> asked) {
		Journey journey = question.journey();
		if (!journey.request().cacheUse().keep()) {
			return asked.get();
		}
		Transcript transcript = new Transcript((int) this.properties.maxEntry().toBytes());
		return asked.get().doOnNext((bytes) -> {
			transcript.add(bytes);
			byte[] all = journey.isWhole() ? transcript.take() : null;
			CachedAnswer answer = (all != null) ? ofModel(journey, all) : null;
			if (answer != null) {
				keep(question, wording, answer);
			}
		});
	}

	private void keep(Question question, @Nullable Wording wording, CachedAnswer answer) {
		CompletionRequest request = question.journey().request();
		Duration ttl = question.caching().ttl();
		this.answers.keep(question.key(), request.endpoint(), request.stream(), answer, ttl);
		if (wording != null) {
			this.likeness.learn(wording, question.key(), ttl);
		}
	}

	private static @Nullable CachedAnswer ofModel(Journey journey, byte[] body) {
		Candidate giver = journey.served();
		boolean fallback = giver == null || !giver.model().equals(journey.plan().model().name());
		return fallback ? null : answer(journey, body);
	}

	/**
	 * The whole answer of a journey.
	 * @param journey the journey
	 * @param body what its client got
	 * @return the answer, or {@code null} if nobody gave it or nothing was counted
	 */
	static @Nullable CachedAnswer answer(Journey journey, byte[] body) {
		Candidate giver = journey.served();
		TokenCounts tokens = journey.usage();
		if (giver == null || tokens == null) {
			return null;
		}
		return new CachedAnswer(giver.deployment().id(), Objects.toString(journey.servedModel(), ""), tokens, body);
	}

	/**
	 * What is asked.
	 *
	 * @param journey the journey
	 * @param caching how answers of its model are given again
	 * @param key stands for it and for whom it is
	 */
	private record Question(Journey journey, Caching caching, CacheKey key) {

	}

}
