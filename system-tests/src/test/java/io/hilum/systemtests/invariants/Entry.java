package io.hilum.systemtests.invariants;

import java.time.Instant;

/**
 * One row of the ledger.
 */
public record Entry(String eventId, Instant time, String requestId, String team, String application, String keyId,
		String subject, String outcome, String source, long inputTokens, long outputTokens, long costNanoUsd,
		long holdNanoUsd, long totalMillis) {

	boolean crashed() {
		return this.outcome.equals("crashed");
	}

	/** Whether a budget or counter of a scope counts it. */
	boolean isOf(String scope) {
		int colon = scope.indexOf(':');
		String id = scope.substring(colon + 1);
		return switch ((colon < 0) ? scope : scope.substring(0, colon)) {
			case "organisation" -> true;
			case "team" -> this.team.equals(id);
			case "user" -> this.subject.equals(id);
			case "application" -> this.application.equals(id);
			case "key" -> this.keyId.equals(id);
			default -> throw new IllegalArgumentException("a scope of another kind: " + scope);
		};
	}

}
