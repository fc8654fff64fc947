package io.hilum.systemtests.evidence;

/**
 * One entry of the ledger, as far as the tests look at it.
 */
public record LedgerRow(String eventId, String requestId, String team, String outcome, String source, String provider,
		long inputTokens, long outputTokens, long costNanoUsd, String event) {

}
