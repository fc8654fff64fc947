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
 */
@ConfigurationProperties("hilum.budget")
public record BudgetProperties(@DefaultValue("4096") int defaultOutputTokens, @DefaultValue("16") int minOutputTokens,
		@DefaultValue("15m") Duration holdExpiry, @DefaultValue("5s") Duration sweepInterval,
		@DefaultValue("8") int settleAttempts, @DefaultValue("100000") int rememberedCounters,
		@DefaultValue("hilum.budget.v1") String topic, @DefaultValue("40000") int pictureTokens,
		@DefaultValue("200000") int openInputTokens) {

	public BudgetProperties {
		if (defaultOutputTokens < 1 || minOutputTokens < 1 || settleAttempts < 1 || rememberedCounters < 1) {
			throw new IllegalArgumentException("hilum.budget: token counts, attempts and counters must be positive");
		}
	}

}
