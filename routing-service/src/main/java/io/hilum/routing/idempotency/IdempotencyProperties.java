package io.hilum.routing.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of idempotency keys.
 *
 * @param ttl how long an answer may be asked for again
 * @param poll how often somebody who waits for the first answer looks for it
 * @param polls how often at most; then the client is told to come again
 * @param timeout how long Redis may take
 * @param maxAnswer the longest answer that is kept; a longer one is not given again, and
 * not asked for twice
 * @param maxSize how much this replica keeps at the same time, so that answers never
 * crowd budgets out of Redis
 */
@ConfigurationProperties("hilum.idempotency")
public record IdempotencyProperties(@DefaultValue("24h") Duration ttl, @DefaultValue("200ms") Duration poll,
		@DefaultValue("300") int polls, @DefaultValue("2s") Duration timeout, @DefaultValue("256KB") DataSize maxAnswer,
		@DefaultValue("64MB") DataSize maxSize) {

	public IdempotencyProperties {
		if (!ttl.isPositive() || !poll.isPositive() || !timeout.isPositive() || polls < 1) {
			throw new IllegalArgumentException("hilum.idempotency: ttl, poll, polls and timeout must be positive");
		}
	}

}
