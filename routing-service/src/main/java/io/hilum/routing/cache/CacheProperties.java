package io.hilum.routing.cache;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of the cache of answers. Whether anything is cached, and for how long, says
 * the catalogue, by model.
 *
 * @param maxRequest the longest request whose answer is looked for
 * @param maxEntry the longest answer that is kept
 * @param timeout how long an answer is looked for; then the provider is asked
 * @param storeTimeout how long keeping an answer may take; nobody waits for it
 * @param maxStores how many answers are put away at the same time; more are not kept
 * @param measureTimeout how long measuring a wording may take; then it is like no other
 * @param maxQuestion the longest question whose wording is measured, in characters
 * @param maxWordings how many wordings this replica knows; each has a vector
 * @param maxSize how much this replica keeps at the same time, so that answers never
 * crowd budgets out of Redis
 */
@ConfigurationProperties("hilum.cache")
public record CacheProperties(@DefaultValue("256KB") DataSize maxRequest, @DefaultValue("256KB") DataSize maxEntry,
		@DefaultValue("50ms") Duration timeout, @DefaultValue("1s") Duration storeTimeout,
		@DefaultValue("64") int maxStores, @DefaultValue("2s") Duration measureTimeout,
		@DefaultValue("2000") int maxQuestion, @DefaultValue("2000") int maxWordings,
		@DefaultValue("64MB") DataSize maxSize) {

	public CacheProperties {
		if (!timeout.isPositive() || !storeTimeout.isPositive() || !measureTimeout.isPositive() || maxStores < 1
				|| maxWordings < 1) {
			throw new IllegalArgumentException("hilum.cache: timeouts, max-stores and max-wordings must be positive");
		}
	}

}
