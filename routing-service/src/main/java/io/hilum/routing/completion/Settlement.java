package io.hilum.routing.completion;

import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Settles holds beside the request, so that nobody waits for it. What cannot be settled
 * in some attempts is left to the expiry of the hold.
 */
final class Settlement {

	private static final Logger logger = LoggerFactory.getLogger(Settlement.class);

	private final BudgetKeeper keeper;

	private final BudgetProperties properties;

	Settlement(BudgetKeeper keeper, BudgetProperties properties) {
		this.keeper = keeper;
		this.properties = properties;
	}

	void settle(Hold hold, long costNanoUsd) {
		beside(Mono.defer(() -> this.keeper.settle(hold, costNanoUsd)), hold.id());
	}

	/**
	 * Give back what may or may not be held.
	 */
	void cancel(HoldRequest request) {
		beside(Mono.defer(() -> this.keeper.cancel(request)), request.id());
	}

	private void beside(Mono<Void> settling, String id) {
		var unused = settling
			.retryWhen(Retry.backoff(this.properties.settleAttempts(), this.properties.settlePause())
				.maxBackoff(this.properties.maxSettlePause()))
			.subscribe((nothing) -> {
			}, (cause) -> logger.warn("Hold {} cannot be settled and will expire: {}", id,
					cause.getClass().getSimpleName()));
	}

}
