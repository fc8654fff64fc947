package io.hilum.routing.completion;

import java.time.Duration;

import io.hilum.routing.budget.BudgetKeeper;
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

	private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final BudgetKeeper keeper;

	private final int attempts;

	Settlement(BudgetKeeper keeper, int attempts) {
		this.keeper = keeper;
		this.attempts = attempts;
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
		var unused = settling.retryWhen(Retry.backoff(this.attempts, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
			.subscribe((nothing) -> {
			}, (cause) -> LOG.warn("Hold {} cannot be settled and will expire: {}", id,
					cause.getClass().getSimpleName()));
	}

}
