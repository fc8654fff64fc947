package io.hilum.gateway.admission.redis;

import java.time.Duration;
import java.util.List;

import io.hilum.gateway.admission.Allowance;
import io.hilum.gateway.admission.Allowance.Rest;
import io.hilum.gateway.problem.GatewayProblem;

/**
 * What the script said.
 */
record Verdict(List<?> reply, List<Rule> rules) {

	private static final int TOO_FAST = 1;

	private static final int TOO_MANY_AT_ONCE = 2;

	private static final int TOO_MANY_TOKENS = 3;

	private static final int NEVER = 4;

	private static final int TEAM_SHARE = 5;

	/**
	 * What is left.
	 * @return the allowance, or the refusal is thrown
	 */
	Allowance allowance() {
		Allowance left = new Allowance(rest(2), rest(5));
		if (number(0) == 0) {
			return left;
		}
		throw new GatewayProblem.TooManyRequests(code(), message(), Duration.ofMillis(number(8)), left.headers())
			.asException();
	}

	private Rest rest(int from) {
		return new Rest(number(from), number(from + 1), Duration.ofMillis(number(from + 2)));
	}

	private String code() {
		return switch ((int) number(0)) {
			case TOO_FAST, TOO_MANY_TOKENS, NEVER -> "rate_limit_exceeded";
			case TOO_MANY_AT_ONCE -> "concurrency_limit_exceeded";
			case TEAM_SHARE -> "team_share_exceeded";
			default -> "capacity_exceeded";
		};
	}

	private String message() {
		return switch ((int) number(0)) {
			case TOO_FAST -> "More than " + rule().limits().requestsPerMinute() + " requests per minute, counted for "
					+ rule().whose() + ". Wait as long as retry-after says";
			case TOO_MANY_TOKENS -> "More than " + rule().limits().tokensPerMinute()
					+ " tokens per minute, counted for " + rule().whose() + ". Wait as long as retry-after says";
			case NEVER -> "This request alone has more tokens than the " + rule().limits().tokensPerMinute()
					+ " per minute of " + rule().whose() + ". Send less, or ask for a shorter answer";
			case TOO_MANY_AT_ONCE -> "More than " + rule().limits().concurrency()
					+ " requests at the same time, counted for " + rule().whose() + ". Wait until one has ended";
			case TEAM_SHARE ->
				"The gateway is nearly full and your team has its equal part of it. Wait until one request has ended";
			default -> "The gateway is full. Try again shortly";
		};
	}

	private Rule rule() {
		return this.rules.get((int) number(1) - 1);
	}

	private long number(int index) {
		return ((Number) this.reply.get(index)).longValue();
	}

}
