package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left of a minute by the tightest limits that a request is counted by.
 *
 * @param requests what is left of requests
 * @param tokens what is left of tokens
 */
public record Allowance(Rest requests, Rest tokens) {

	/**
	 * Nothing is counted.
	 */
	public static final Allowance UNCOUNTED = new Allowance(Rest.UNCOUNTED, Rest.UNCOUNTED);

	/**
	 * This allowance as OpenAI's headers say it.
	 * @return the headers, none of what is not counted
	 */
	public Map<String, String> headers() {
		Map<String, String> headers = new TreeMap<>();
		this.requests.addTo(headers, "requests");
		this.tokens.addTo(headers, "tokens");
		return headers;
	}

	/**
	 * What is left of one limit.
	 *
	 * @param limit the limit; 0 = not counted
	 * @param remaining how many may follow at once
	 * @param reset when all of them may again
	 */
	public record Rest(long limit, long remaining, Duration reset) {

		/**
		 * Nothing is counted.
		 */
		public static final Rest UNCOUNTED = new Rest(0, 0, Duration.ZERO);

		private void addTo(Map<String, String> headers, String what) {
			if (this.limit > 0) {
				headers.put("x-ratelimit-limit-" + what, Long.toString(this.limit));
				headers.put("x-ratelimit-remaining-" + what, Long.toString(this.remaining));
				headers.put("x-ratelimit-reset-" + what, this.reset.toMillis() + "ms");
			}
		}

	}

}
