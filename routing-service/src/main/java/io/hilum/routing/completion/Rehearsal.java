package io.hilum.routing.completion;

import java.time.Instant;
import java.util.List;

import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.routing.plan.Consultation;
import io.hilum.routing.plan.Decision;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Goes the way of a request as far as the call of a provider, by the same decisions, and
 * does nothing: no limit is used, no money set aside, nothing called and nothing
 * recorded.
 */
public final class Rehearsal {

	private final Catalogues catalogues;

	private final Preparation preparation;

	private final Throttle throttle;

	private final Holding holding;

	private final TimeOrderedIds ids;

	Rehearsal(Catalogues catalogues, Preparation preparation, Throttle throttle, Holding holding, TimeOrderedIds ids) {
		this.catalogues = catalogues;
		this.preparation = preparation;
		this.throttle = throttle;
		this.holding = holding;
		this.ids = ids;
	}

	/**
	 * Say what would become of a request.
	 * @param sent the request; of its body only the length and what routing reads count
	 * @param at the time at which it would come
	 * @param asIfWell whether all deployments are taken to be well and idle, rather than
	 * as they are now
	 * @return what would become of it
	 */
	public Mono<Rehearsed> rehearse(CompletionRequest sent, Instant at, boolean asIfWell) {
		return Mono.defer(() -> {
			Catalogue catalogue = this.catalogues.current();
			CompletionRequest request = this.preparation.tailored(sent, Tailoring.of(sent, catalogue));
			PlanRequest wanted = this.preparation.wanted(request, catalogue, at);
			Rehearsed begun = new Rehearsed(catalogue, this.preparation.decide(wanted, catalogue, asIfWell),
					Consultation.of(wanted, catalogue), List.of(), null, null);
			return switch (begun.decision()) {
				case Decision.Refused refused -> Mono.just(begun.refused(refused.problem()));
				case Decision.Planned planned -> paid(begun, planned.plan(), request, at);
			};
		}).onErrorResume(RoutingException.class, this::refusedBefore);
	}

	private Mono<Rehearsed> paid(Rehearsed begun, Plan plan, CompletionRequest request, Instant at) {
		Rehearsed known = begun.paidBy(this.holding.accounts(request.caller(), at));
		RoutingProblem full = this.throttle.look(plan);
		if (full != null) {
			return Mono.just(known.refused(full));
		}
		return this.holding.foresee(this.ids.next().toString(), request, this.preparation.worst(request, plan), at)
			.map(known::held)
			.defaultIfEmpty(known)
			.onErrorResume(RoutingException.class, (refusal) -> Mono.just(known.refused(refusal.problem())));
	}

	/**
	 * What is refused for its form or length is not even planned.
	 */
	private Mono<Rehearsed> refusedBefore(RoutingException refusal) {
		Decision none = Decision.refused(refusal.problem());
		return Mono.just(new Rehearsed(this.catalogues.current(), none, List.of(), List.of(), null, refusal.problem()));
	}

	/**
	 * What would become of a request.
	 *
	 * @param catalogue the catalogue by which it was found out
	 * @param decision what would be tried and what not
	 * @param consultations which policies say something of it, by deployment
	 * @param accounts who would pay
	 * @param hold what would be set aside, {@code null} for nothing
	 * @param refusal why it would be refused, {@code null} if it would not
	 */
	public record Rehearsed(Catalogue catalogue, Decision decision, List<Consultation> consultations,
			List<Account> accounts, @Nullable Hold hold, @Nullable RoutingProblem refusal) {

		public Rehearsed {
			consultations = List.copyOf(consultations);
			accounts = List.copyOf(accounts);
		}

		Rehearsed paidBy(List<Account> payers) {
			return new Rehearsed(this.catalogue, this.decision, this.consultations, payers, this.hold, this.refusal);
		}

		Rehearsed held(Hold made) {
			return new Rehearsed(this.catalogue, this.decision, this.consultations, this.accounts, made, this.refusal);
		}

		Rehearsed refused(RoutingProblem problem) {
			return new Rehearsed(this.catalogue, this.decision, this.consultations, this.accounts, this.hold, problem);
		}

	}

}
