package io.hilum.systemtests.evidence;

/**
 * One link of the audit chain.
 */
public record AuditRow(long sequence, String requestId, String service, String action, String decision, String event) {

}
