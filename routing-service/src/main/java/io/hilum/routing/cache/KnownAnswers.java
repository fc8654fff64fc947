package io.hilum.routing.cache;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.hilum.routing.body.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A cache that harms nobody: what cannot be found in time is unknown, and what cannot be
 * kept is not. Meters: {@code hilum.cache.requests}, each request once ({@code outcome}
 * hit, similar, miss or unavailable), and {@code hilum.cache.stores} ({@code outcome}
 * stored, unfinished, full or failed).
 */
public final class KnownAnswers {

	private final ResponseCache cache;

	private final CacheProperties properties;

	private final MeterRegistry meters;

	private final Semaphore stores;

	private final Allowance allowance;

	/**
	 * Guard a cache.
	 * @param cache the cache
	 * @param properties its bounds
	 * @param meters count what happens
	 * @param nanos a clock that never goes back, in nanoseconds
	 */
	public KnownAnswers(ResponseCache cache, CacheProperties properties, MeterRegistry meters, LongSupplier nanos) {
		this.cache = cache;
		this.properties = properties;
		this.meters = meters;
		this.stores = new Semaphore(properties.maxStores());
		this.allowance = new Allowance(properties.maxSize().toBytes(), nanos);
		// There from the start, so that an alert sees the first one as a step.
		requests("unavailable");
		stores("full");
	}

	/**
	 * Look for an answer, or else for that of a similar request.
	 * @param key what is asked, and for whom
	 * @param similar what else may be looked for, asked only if there is no answer
	 * @param usable which answers may be given
	 * @return the answer, or nothing; never an error of the cache
	 */
	public Mono<Found> find(CacheKey key, Supplier<Mono<CacheKey>> similar, Predicate<CachedAnswer> usable) {
		return Mono.defer(() -> {
			AtomicReference<String> outcome = new AtomicReference<>("miss");
			return look(key, usable, outcome).map((answer) -> new Found(answer, false))
				.switchIfEmpty(Mono.defer(similar)
					.flatMap((other) -> look(other, usable, outcome))
					.map((answer) -> new Found(answer, true)))
				.doOnSuccess((found) -> looked((found != null) ? found.outcome() : outcome.get()));
		});
	}

	private Mono<CachedAnswer> look(CacheKey key, Predicate<CachedAnswer> usable, AtomicReference<String> outcome) {
		return Mono.defer(() -> this.cache.find(key))
			.timeout(this.properties.timeout())
			.filter(usable)
			.onErrorResume((cause) -> {
				outcome.set("unavailable");
				return Mono.empty();
			});
	}

	/**
	 * Keep an answer if it is finished and there is room. Nobody waits for it.
	 * @param key what was asked, and for whom
	 * @param endpoint the operation
	 * @param stream whether it was streamed
	 * @param answer the answer
	 * @param ttl for how long
	 */
	public void keep(CacheKey key, Endpoint endpoint, boolean stream, CachedAnswer answer, Duration ttl) {
		if (!this.stores.tryAcquire()) {
			stored("full");
			return;
		}
		var unused = Mono.defer(() -> put(key, endpoint, stream, answer, ttl))
			.subscribeOn(Schedulers.parallel())
			.timeout(this.properties.storeTimeout())
			.doFinally((signal) -> this.stores.release())
			.subscribe(this::stored, (cause) -> stored("failed"));
	}

	private Mono<String> put(CacheKey key, Endpoint endpoint, boolean stream, CachedAnswer answer, Duration ttl) {
		if (!isFinished(endpoint, stream, answer.body())) {
			return Mono.just("unfinished");
		}
		if (!this.allowance.take(answer.body().length, ttl)) {
			return Mono.just("full");
		}
		return this.cache.keep(key, answer, ttl).thenReturn("stored");
	}

	private static boolean isFinished(Endpoint endpoint, boolean stream, byte[] body) {
		return switch (endpoint) {
			case CHAT_COMPLETIONS, RESPONSES, MESSAGES, COMPLETIONS ->
				stream ? Finish.ofStream(body) : Finish.ofWhole(body);
			case EMBEDDINGS, COUNT_TOKENS -> true;
		};
	}

	private void looked(String outcome) {
		requests(outcome).increment();
	}

	private Counter requests(String outcome) {
		return Counter.builder("hilum.cache.requests")
			.description("Requests whose answer was looked for")
			.tag("outcome", outcome)
			.register(this.meters);
	}

	private void stored(String outcome) {
		stores(outcome).increment();
	}

	private Counter stores(String outcome) {
		return Counter.builder("hilum.cache.stores")
			.description("Answers that were to be kept")
			.tag("outcome", outcome)
			.register(this.meters);
	}

	/**
	 * What was found.
	 *
	 * @param answer the answer
	 * @param similar whether it is that of a similar request
	 */
	public record Found(CachedAnswer answer, boolean similar) {

		private String outcome() {
			return this.similar ? "similar" : "hit";
		}

	}

}
