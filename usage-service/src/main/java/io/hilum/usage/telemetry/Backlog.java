package io.hilum.usage.telemetry;

/**
 * What waits in the store.
 *
 * @param outboxPending events that are not published
 * @param outboxOldestSeconds the age of the oldest of them
 * @param deadLetters records that could not be taken in
 * @param auditUnsealed audit events that no head covers
 */
public record Backlog(long outboxPending, long outboxOldestSeconds, long deadLetters, long auditUnsealed) {

	static final Backlog NONE = new Backlog(0, 0, 0, 0);

	long valueOf(UsageMeter meter) {
		return switch (meter) {
			case OUTBOX_PENDING -> this.outboxPending;
			case OUTBOX_OLDEST -> this.outboxOldestSeconds;
			case DEAD_LETTERS -> this.deadLetters;
			case AUDIT_UNSEALED -> this.auditUnsealed;
		};
	}

}
