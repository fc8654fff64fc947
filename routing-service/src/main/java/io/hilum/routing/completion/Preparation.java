package io.hilum.routing.completion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Decision;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.plan.SignalSource;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.transform.Transform;
import io.hilum.trust.context.ServiceContext;

/**
 * What is decided of a request before anything is done for it, the same for one that is
 * served and one that is only tried out: how it is changed, what is planned for it and
 * what it can cost at most.
 */
final class Preparation {

	private final Planner planner;

	private final SignalSource signals;

	private final Holding holding;

	private final Tailoring tailoring;

	private final Clock clock;

	private final Supplier<? extends RandomGenerator> random;

	Preparation(Planner planner, SignalSource signals, Holding holding, CompletionProperties properties, Clock clock,
			Supplier<? extends RandomGenerator> random) {
		this.planner = planner;
		this.signals = signals;
		this.holding = holding;
		this.tailoring = new Tailoring(properties);
		this.clock = clock;
		this.random = random;
	}

	CompletionRequest tailored(CompletionRequest sent, Transform transform) {
		return this.tailoring.apply(sent, transform);
	}

	Plan plan(CompletionRequest request, Catalogue catalogue) {
		return this.planner.plan(wanted(request, catalogue, this.clock.instant()), catalogue, this.signals);
	}

	Decision decide(PlanRequest wanted, Catalogue catalogue, boolean asIfWell) {
		return this.planner.decide(wanted, catalogue, asIfWell ? SignalSource.ALL_WELL : this.signals);
	}

	PlanRequest wanted(CompletionRequest request, Catalogue catalogue, Instant now) {
		ServiceContext caller = request.caller();
		Integer asked = request.body().maxTokens();
		Size size = new Size(Estimate.input(request.body().length()), (asked != null) ? asked : 0, request.stream());
		return new PlanRequest(request.body().model(), caller.roles(), caller.phi(),
				LocalDate.ofInstant(now, ZoneOffset.UTC), size,
				Chance.of(this.random.get().nextLong(), caller.conversation()), circumstances(caller, catalogue, now),
				request.holder(), Assurance.of(caller.signIn(), now), caller.models(), request.body().serviceTier());
	}

	private static Circumstances circumstances(ServiceContext caller, Catalogue catalogue, Instant now) {
		return catalogue.policies()
			.circumstances(caller.purpose(), Objects.toString(caller.application(), ""), caller.team(),
					Objects.toString(caller.network(), ""), now);
	}

	Worst worst(CompletionRequest request, Plan plan) {
		int maxOutput = request.endpoint().writes()
				? this.holding.maxOutput(request.body().maxTokens(), plan.model().maxOutput()) : 0;
		Worst worst = Worst.of(plan.all().stream().map(Candidate::deployment).toList(),
				this.holding.mostInput(request.body(), plan.model().context()), Estimate.input(request.body().length()),
				maxOutput, request.body().choices(), request.body().serviceTier());
		return plan.mayPassOver() ? worst.twice() : worst;
	}

}
