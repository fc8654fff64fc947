package io.hilum.gateway.chat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.hilum.gateway.models.ModelAnswer;
import io.hilum.trust.context.PhiState;

/**
 * Headers of an answer: those of routing-service that are for clients, and the gateway's
 * own. All others stay inside. Pure.
 */
final class ChatHeaders {

	private static final List<String> PASSED_ON = List.of("content-type", "hilum-model", "hilum-provider",
			"hilum-region", "hilum-attempts", "hilum-cache", "hilum-cost-usd", "hilum-budget-remaining-usd",
			"hilum-ignored-betas", "hilum-run", "idempotent-replayed", "x-ratelimit-limit-tokens",
			"x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens", "retry-after", "retry-after-ms",
			"x-should-retry");

	private static final String OVERHEAD = "hilum-overhead-ms";

	private ChatHeaders() {
	}

	/**
	 * The headers of an answer.
	 * @param context the request and its answer
	 * @param overheadNanos how long the gateway itself took until now
	 * @return the headers
	 */
	static Map<String, String> of(ChatContext context, long overheadNanos) {
		ModelAnswer answer = context.answer();
		Map<String, String> headers = new TreeMap<>();
		for (String name : PASSED_ON) {
			String value = answer.header(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		headers.putAll(context.allowance().headers());
		headers.put(OVERHEAD, Long.toString(TimeUnit.NANOSECONDS.toMillis(overheadNanos) + overheadOfRouting(answer)));
		headers.put("hilum-phi", phi(context.deidentified()));
		return headers;
	}

	private static String phi(Deidentified deidentified) {
		if (deidentified.state() == PhiState.RAW) {
			return "raw";
		}
		if (deidentified.counts().isEmpty()) {
			return "none";
		}
		return new TreeMap<>(deidentified.counts()).entrySet()
			.stream()
			.map((count) -> count.getKey() + "=" + count.getValue())
			.collect(Collectors.joining(","));
	}

	private static long overheadOfRouting(ModelAnswer answer) {
		String value = answer.header(OVERHEAD);
		boolean number = value != null && !value.isEmpty() && value.length() < 10
				&& value.chars().allMatch((c) -> c >= '0' && c <= '9');
		return (value != null && number) ? Long.parseLong(value) : 0;
	}

}
