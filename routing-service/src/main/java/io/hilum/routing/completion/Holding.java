package io.hilum.routing.completion;

import java.time.Instant;
import java.util.List;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.body.Outside;
import io.hilum.routing.body.RequestBody;
import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.Accounts;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.tokens.Estimate;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sets the worst case of a journey aside before a provider is called. What costs nothing,
 * such as counting tokens, needs no hold.
 */
final class Holding {

	private final Budgets budgets;

	private final Accounts accounts;

	private final BudgetKeeper keeper;

	private final BudgetProperties properties;

	private final Closing closing;

	Holding(Budgets budgets, Accounts accounts, BudgetKeeper keeper, BudgetProperties properties, Closing closing) {
		this.budgets = budgets;
		this.accounts = accounts;
		this.keeper = keeper;
		this.properties = properties;
		this.closing = closing;
	}

	/**
	 * The most output tokens of one answer that are set aside for.
	 * @param asked what the client allows, if it says so
	 * @param ofModel what the model gives at most, if that is known
	 * @return the number of tokens
	 */
	int maxOutput(@Nullable Integer asked, @Nullable Integer ofModel) {
		if (asked != null) {
			return asked;
		}
		int usual = this.properties.defaultOutputTokens();
		return (ofModel != null) ? Math.min(usual, ofModel) : usual;
	}

	/**
	 * The most input tokens of a request, those included that are not in its body.
	 * @param body the body
	 * @param context how many tokens the model takes, if that is known
	 * @return the number of tokens
	 */
	long mostInput(RequestBody body, @Nullable Integer context) {
		Outside outside = body.outside();
		long inside = Estimate.mostInput(body.length());
		long pictures = (long) outside.pictures() * this.properties.pictureTokens();
		long tools = (long) outside.tools() * this.properties.toolTokens();
		long open = !outside.open() ? 0 : (context != null) ? context : this.properties.openInputTokens();
		return Math.max(inside + pictures + tools, open) * (outside.again() ? this.properties.toolRounds() : 1);
	}

	/**
	 * Set money aside.
	 * @param journey the journey, which learns of its hold
	 * @param worst what it can cost at most
	 * @return whether a hard limit binds the request
	 */
	Mono<Boolean> hold(Journey journey, Worst worst) {
		return Mono.defer(() -> held(journey, worst));
	}

	private Mono<Boolean> held(Journey journey, Worst worst) {
		if (isFree(journey.request(), worst)) {
			return Mono.just(false);
		}
		ServiceContext caller = journey.request().caller();
		requireKnown(caller);
		HoldRequest request = new HoldRequest(journey.id(), this.accounts.of(caller), worst);
		return made(journey, request).map((hold) -> request.limited());
	}

	/**
	 * Say what would be set aside for a request, and set nothing aside.
	 * @param id an id that no hold has
	 * @param sent the request
	 * @param worst what it can cost at most
	 * @param at the time at which it would come
	 * @return the hold, nothing if none is needed, or why there would be none
	 */
	Mono<Hold> foresee(String id, CompletionRequest sent, Worst worst, Instant at) {
		return Mono.defer(() -> foreseen(id, sent, worst, at));
	}

	private Mono<Hold> foreseen(String id, CompletionRequest sent, Worst worst, Instant at) {
		if (isFree(sent, worst)) {
			return Mono.empty();
		}
		requireKnown(sent.caller());
		return this.keeper.foresee(new HoldRequest(id, this.accounts.of(sent.caller(), at), worst));
	}

	/**
	 * Who would pay for a request.
	 * @param caller who asks
	 * @param at the time at which it would come
	 * @return the accounts
	 */
	List<Account> accounts(ServiceContext caller, Instant at) {
		return this.accounts.of(caller, at);
	}

	private static boolean isFree(CompletionRequest sent, Worst worst) {
		return worst.price().isFree() || sent.endpoint() == Endpoint.COUNT_TOKENS;
	}

	private void requireKnown(ServiceContext caller) {
		if (!this.budgets.isComplete() || !this.accounts.areKnown(caller)) {
			throw new RoutingException(
					new RoutingProblem.Unavailable("budget_unavailable", "Budgets are not all known at present"));
		}
	}

	/**
	 * A hold that was asked for is made even if the client leaves meanwhile; it is then
	 * given back. So is one of which no answer came: it may have been made.
	 */
	private Mono<Hold> made(Journey journey, HoldRequest request) {
		return this.keeper.hold(request).doOnNext((hold) -> {
			journey.hold(hold);
			if (journey.ended()) {
				this.closing.release(hold);
			}
		}).doOnError(Holding::isUnanswered, (cause) -> this.closing.cancel(request)).cache();
	}

	private static boolean isUnanswered(Throwable cause) {
		return !(cause instanceof RoutingException refusal)
				|| !(refusal.problem() instanceof RoutingProblem.BudgetExceeded);
	}

	void release(Journey journey) {
		if (journey.end()) {
			this.closing.release(journey.hold());
		}
	}

}
