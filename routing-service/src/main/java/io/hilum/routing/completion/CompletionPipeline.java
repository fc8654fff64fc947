package io.hilum.routing.completion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.hilum.routing.budget.Worst;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.metering.UsageIds;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.plan.SignalSource;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.transform.Transform;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The order of a request: plan, claim, throttle, hold, recall, record, call, settle,
 * report. Whatever ends it, and whenever, the hold is settled and the usage reported
 * exactly once.
 */
public final class CompletionPipeline {

	private final Catalogues catalogues;

	private final Planner planner;

	private final SignalSource signals;

	private final Throttle throttle;

	private final Holding holding;

	private final UsageReporter reporter;

	private final UsageRecords records;

	private final Once once;

	private final Recall recall;

	private final Attempts attempts;

	private final UsageIds ids;

	private final Clock clock;

	private final CompletionProperties properties;

	private final Tailoring tailoring;

	private final Supplier<? extends RandomGenerator> random;

	CompletionPipeline(Catalogues catalogues, Planner planner, SignalSource signals, Throttle throttle, Holding holding,
			UsageReporter reporter, UsageRecords records, Once once, Recall recall, Attempts attempts, UsageIds ids,
			Clock clock, CompletionProperties properties, Supplier<? extends RandomGenerator> random) {
		this.catalogues = catalogues;
		this.planner = planner;
		this.signals = signals;
		this.throttle = throttle;
		this.holding = holding;
		this.reporter = reporter;
		this.records = records;
		this.once = once;
		this.recall = recall;
		this.attempts = attempts;
		this.ids = ids;
		this.clock = clock;
		this.properties = properties;
		this.random = random;
		this.tailoring = new Tailoring(properties);
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
			CompletionRequest request = this.tailoring.apply(sent, transform);
			Journey journey = new Journey(this.ids.next(), request, plan(request, catalogue), transform);
			Worst worst = worst(journey);
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

	private Plan plan(CompletionRequest request, Catalogue catalogue) {
		ServiceContext caller = request.caller();
		Integer asked = request.body().maxTokens();
		Size size = new Size(Estimate.input(request.body().length()), (asked != null) ? asked : 0, request.stream());
		Instant now = this.clock.instant();
		PlanRequest wanted = new PlanRequest(request.body().model(), caller.roles(), caller.phi(),
				LocalDate.ofInstant(now, ZoneOffset.UTC), size,
				Chance.of(this.random.get().nextLong(), caller.conversation()), circumstances(caller, catalogue),
				request.holder(), Assurance.of(caller.signIn(), now), request.body().serviceTier());
		return this.planner.plan(wanted, catalogue, this.signals);
	}

	private Circumstances circumstances(ServiceContext caller, Catalogue catalogue) {
		return catalogue.policies()
			.circumstances(caller.purpose(), Objects.toString(caller.application(), ""), caller.team(),
					Objects.toString(caller.network(), ""), this.clock.instant());
	}

	private Worst worst(Journey journey) {
		CompletionRequest request = journey.request();
		Plan plan = journey.plan();
		int maxOutput = request.endpoint().writes()
				? this.holding.maxOutput(request.body().maxTokens(), plan.model().maxOutput()) : 0;
		Worst worst = Worst.of(plan.all().stream().map(Candidate::deployment).toList(),
				this.holding.mostInput(request.body(), plan.model().context()), Estimate.input(request.body().length()),
				maxOutput, request.body().choices(), request.body().serviceTier());
		return plan.mayPassOver() ? worst.twice() : worst;
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
