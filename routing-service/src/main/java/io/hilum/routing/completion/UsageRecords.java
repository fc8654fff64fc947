package io.hilum.routing.completion;

import java.time.Clock;
import java.util.List;

import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.metering.CountSource;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Attempt;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.metering.UsageRecord.Timing;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Makes the usage records of a journey: the one for the case that this process dies, and
 * the one of how it ended.
 */
final class UsageRecords {

	private final Clock clock;

	UsageRecords(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The record for the case that this process dies. Its cost is what the expiry of the
	 * hold charges, so that budgets and ledger agree.
	 * @param journey the journey
	 * @param worst the worst case over its candidates
	 * @return the record
	 */
	UsageRecord crashed(Journey journey, Worst worst) {
		Hold hold = journey.hold();
		long output = (hold != null) ? (long) hold.maxTokens() * worst.choices() : 0;
		TokenCounts tokens = TokenCounts.of(worst.likelyInput(), output);
		Ending ending = new Ending(UsageOutcome.CRASHED, 500, "process_died");
		return record(journey, journey.plan().candidates().getFirst(), ending, tokens, CountSource.ESTIMATED,
				worst.price(), (hold != null) ? hold.estimateNanoUsd() : 0, new Timing(null, 0, 0));
	}

	/**
	 * The record of how a journey ended.
	 * @param journey the journey
	 * @param ending how it ended
	 * @return the record
	 */
	UsageRecord ended(Journey journey, Ending ending) {
		Candidate served = journey.served();
		Price price = (served != null && ending.outcome() != UsageOutcome.CACHED)
				? served.deployment().price().servedAs(journey.tier(null)) : Price.FREE;
		TokenCounts tokens = tokens(journey, ending);
		long notGiven = journey.attempts().stream().mapToLong(Attempt::costNanoUsd).sum();
		return record(journey, served, ending, tokens, source(journey, ending), price,
				Math.addExact(Cost.of(tokens, price), notGiven), journey.timing());
	}

	private static TokenCounts tokens(Journey journey, Ending ending) {
		TokenCounts counted = journey.usage();
		if (counted != null) {
			return counted;
		}
		boolean worked = journey.emitted() || ending.outcome() == UsageOutcome.ABORTED;
		return worked ? TokenCounts.of(Estimate.input(journey.request().body().length()), journey.streamedTokens())
				: TokenCounts.NONE;
	}

	private static CountSource source(Journey journey, Ending ending) {
		if (journey.usage() != null) {
			return CountSource.PROVIDER;
		}
		return (ending.outcome() == UsageOutcome.ABORTED) ? CountSource.ABORTED : CountSource.ESTIMATED;
	}

	private UsageRecord record(Journey journey, @Nullable Candidate served, Ending ending, TokenCounts tokens,
			CountSource source, Price price, long costNanoUsd, Timing timing) {
		CompletionRequest request = journey.request();
		return new UsageRecord(journey.id(), this.clock.instant(), request.caller(), request.traceParent(),
				request.endpoint(), request.stream(), journey.servedModel(), served, ending,
				List.copyOf(journey.attempts()), tokens, source, price, costNanoUsd, journey.hold(), timing,
				request.phiCounts(), journey.plan());
	}

}
