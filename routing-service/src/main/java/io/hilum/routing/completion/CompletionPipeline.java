package io.hilum.routing.completion;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.hilum.routing.budget.Worst;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.transform.Transform;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The order of a request: plan, claim, throttle, hold, recall, record, call, settle,
 * report. Whatever ends it, and whenever, the hold is settled and the usage reported
 * exactly once.
 */
public final class CompletionPipeline {

	private final Catalogues catalogues;

	private final Preparation preparation;

	private final Throttle throttle;

	private final Holding holding;

	private final UsageReporter reporter;

	private final UsageRecords records;

	private final Once once;

	private final Recall recall;

	private final Attempts attempts;

	private final TimeOrderedIds ids;

	private final CompletionProperties properties;

	CompletionPipeline(Catalogues catalogues, Preparation preparation, Throttle throttle, Holding holding,
			UsageReporter reporter, UsageRecords records, Once once, Recall recall, Attempts attempts,
			TimeOrderedIds ids, CompletionProperties properties) {
		this.catalogues = catalogues;
		this.preparation = preparation;
		this.throttle = throttle;
		this.holding = holding;
		this.reporter = reporter;
		this.records = records;
		this.once = once;
		this.recall = recall;
		this.attempts = attempts;
		this.ids = ids;
		this.properties = properties;
	}

	/**
	 * Answer a request.
	 * @param sent what is asked
	 * @param head is told once, before the first element
	 * @return the bytes of the answer as they come, or a {@link RoutingException} and no
	 * element. Cancelling it ends the call of the provider.
	 */
	public Flux<byte[]> complete(CompletionRequest sent, Consumer<AnswerHead> head) {
		return Flux.defer(() -> {
			Catalogue catalogue = this.catalogues.current();
			Transform transform = Tailoring.of(sent, catalogue);
			CompletionRequest request = this.preparation.tailored(sent, transform);
			Journey journey = new Journey(this.ids.next().toString(), request,
					this.preparation.plan(request, catalogue), transform);
			Worst worst = this.preparation.worst(request, journey.plan());
			return this.once.answer(journey,
					() -> held(journey, worst, (limited) -> answer(journey, worst, limited, head)),
					(known) -> again(journey, worst, known, head));
		});
	}

	/**
	 * At the end of its time a request is taken from its provider: that has to be a value
	 * of the other, since an error of it leaves the call as it is.
	 */
	private Flux<byte[]> held(Journey journey, Worst worst, Function<Boolean, Flux<byte[]>> answer) {
		return Flux.defer(() -> {
			this.throttle.enter(journey);
			AtomicReference<Flux<byte[]>> late = new AtomicReference<>(Flux.empty());
			Mono<Long> end = Mono.delay(journey.request().within(this.properties.totalTimeout()))
				.doOnNext((over) -> late.set(this.attempts.outOfTime(journey)));
			return this.holding.hold(journey, worst)
				.flatMapMany(answer)
				.takeUntilOther(end)
				.concatWith(Flux.defer(late::get))
				.doOnError((fault) -> this.attempts.giveUp(journey))
				.doOnCancel(() -> this.attempts.abandon(journey))
				.doFinally((signal) -> this.throttle.leave(journey));
		});
	}

	private Flux<byte[]> again(Journey journey, Worst worst, CachedAnswer known, Consumer<AnswerHead> head) {
		if (!Recall.mayGive(journey, known)) {
			return Flux.error(new RoutingException(new RoutingProblem.AnswerGone()));
		}
		journey.markKnown(AnswerHead.Known.REPEATED);
		return held(journey, worst,
				(limited) -> recorded(journey, worst, () -> this.recall.replay(journey, known, head)));
	}

	private Flux<byte[]> answer(Journey journey, Worst worst, boolean limited, Consumer<AnswerHead> head) {
		return this.recall.answer(journey,
				(known) -> recorded(journey, worst, () -> this.recall.replay(journey, known, head)),
				() -> recorded(journey, worst, () -> this.attempts.run(journey, limited, head)));
	}

	private Flux<byte[]> recorded(Journey journey, Worst worst, Supplier<Flux<byte[]>> answer) {
		journey.record();
		return this.reporter.begin(this.records.crashed(journey, worst))
			.doOnError(RoutingException.class, (refusal) -> this.holding.release(journey))
			.thenMany(Flux.defer(answer));
	}

}
