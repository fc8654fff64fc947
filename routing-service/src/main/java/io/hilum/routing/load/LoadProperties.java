package io.hilum.routing.load;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a deployment this replica uses.
 *
 * @param replicas how many replicas share the quotas ({@code tpm}, {@code rpm}) of the
 * catalogue; each takes an equal share, without asking the others
 * @param latencyMemory after this time without a call, two thirds of what is known of a
 * deployment's latency are forgotten, so that one that was slow is asked again
 * @param initialConcurrency how many calls at once a deployment gets of which nothing is
 * known yet
 * @param minConcurrency how many it gets however often it says that it is overloaded
 * @param maxConcurrency how many it gets at most
 */
@ConfigurationProperties("hilum.load")
public record LoadProperties(@DefaultValue("1") int replicas, @DefaultValue("30s") Duration latencyMemory,
		@DefaultValue("2000") int initialConcurrency, @DefaultValue("8") int minConcurrency,
		@DefaultValue("4000") int maxConcurrency) {

	public LoadProperties {
		boolean ordered = 1 <= minConcurrency && minConcurrency <= initialConcurrency
				&& initialConcurrency <= maxConcurrency;
		if (replicas < 1 || !latencyMemory.isPositive() || !ordered) {
			throw new IllegalArgumentException("hilum.load: replicas and latency-memory must be positive, "
					+ "and 1 <= min-concurrency <= initial-concurrency <= max-concurrency");
		}
	}

}
