package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.Map;

/**
 * What is left of a caller's requests per minute.
 *
 * @param limit the limit; 0 = not counted
 * @param remaining how many may follow at once
 * @param reset when all of them may again
 */
public record Allowance(long limit, long remaining, Duration reset) {

	/**
	 * Nothing is counted.
	 */
	public static final Allowance UNCOUNTED = new Allowance(0, 0, Duration.ZERO);

	/**
	 * This allowance as OpenAI's headers say it.
	 * @return the headers, none if nothing is counted
	 */
	public Map<String, String> headers() {
		if (this.limit == 0) {
			return Map.of();
		}
		return Map.of("x-ratelimit-limit-requests", Long.toString(this.limit), "x-ratelimit-remaining-requests",
				Long.toString(this.remaining), "x-ratelimit-reset-requests", this.reset.toMillis() + "ms");
	}

}
