package io.hilum.routing.budget;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How money is set aside.
 *
 * @param defaultOutputTokens how many output tokens a request may cost that names no
 * limit itself, unless its model gives fewer
 * @param minOutputTokens how few output tokens a budget may leave before the request is
 * refused
 * @param holdExpiry when a hold that nobody settled is charged at its estimate; longer
 * than any request may take
 * @param sweepInterval how often expired holds are looked for
 * @param settleAttempts how often settling is tried before it is left to the expiry
 * @param rememberedCounters of how many counters a replica remembers what they had come
 * to, should Redis lose them
 * @param topic where warnings go
 * @param pictureTokens how many tokens a picture may count for that is not in the body
 * @param openInputTokens how many tokens may be read of what is not in the body, where
 * the context of the model is not known
 * @param toolTokens how much a provider may tell the model of one kind of tools, beside
 * what the body says of them
 * @param toolRounds how often everything may be read, at the full price, where the
 * provider runs tools; what it has in its cache costs a tenth, so these are more rounds
 * @param settlePause the pause before settling is tried again; it doubles each time
 * @param maxSettlePause the longest of these pauses
 * @param expiredRemembered how long after it expired the real cost of a hold still
 * corrects its estimate
 * @param endedRemembered how long a hold that is over is known, so that nothing that
 * comes late makes it again; longer than anybody goes on trying to settle
 * @param keptAfterWindow how long a counter is kept after its window
 * @param warningPatience how long telling of a warning may take
 */
@ConfigurationProperties("hilum.budget")
public record BudgetProperties(@DefaultValue("4096") int defaultOutputTokens, @DefaultValue("16") int minOutputTokens,
		@DefaultValue("15m") Duration holdExpiry, @DefaultValue("5s") Duration sweepInterval,
		@DefaultValue("8") int settleAttempts, @DefaultValue("100000") int rememberedCounters,
		@DefaultValue("hilum.budget.v1") String topic, @DefaultValue("40000") int pictureTokens,
		@DefaultValue("200000") int openInputTokens, @DefaultValue("1000") int toolTokens,
		@DefaultValue("4") int toolRounds, @DefaultValue("100ms") Duration settlePause,
		@DefaultValue("30s") Duration maxSettlePause, @DefaultValue("1d") Duration expiredRemembered,
		@DefaultValue("5m") Duration endedRemembered, @DefaultValue("32d") Duration keptAfterWindow,
		@DefaultValue("10s") Duration warningPatience) {

	public BudgetProperties {
		if (defaultOutputTokens < 1 || minOutputTokens < 1 || settleAttempts < 1 || rememberedCounters < 1
				|| toolRounds < 1) {
			throw new IllegalArgumentException(
					"hilum.budget: token counts, attempts, counters and rounds must be positive");
		}
		if (!settlePause.isPositive() || maxSettlePause.compareTo(settlePause) < 0 || !warningPatience.isPositive()) {
			throw new IllegalArgumentException("hilum.budget: pauses and patience must be positive");
		}
		if (endedRemembered.compareTo(longestSettling(settlePause, maxSettlePause, settleAttempts)) <= 0) {
			throw new IllegalArgumentException(
					"hilum.budget.ended-remembered must be longer than all attempts to settle");
		}
	}

	/** Each pause may be half as long again, by chance. */
	private static Duration longestSettling(Duration first, Duration longest, int attempts) {
		Duration pause = first;
		Duration sum = Duration.ZERO;
		for (int i = 0; i < attempts; i++) {
			sum = sum.plus(pause.multipliedBy(3).dividedBy(2));
			pause = (pause.multipliedBy(2).compareTo(longest) < 0) ? pause.multipliedBy(2) : longest;
		}
		return sum;
	}

}
