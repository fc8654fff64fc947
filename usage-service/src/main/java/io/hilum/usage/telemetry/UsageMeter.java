package io.hilum.usage.telemetry;

/**
 * The gauges of this service, beside those of Spring, of the connection pool and of the
 * Kafka clients ({@code kafka_consumer_fetch_manager_records_lag_max} says how far the
 * ledger is behind).
 */
enum UsageMeter {

	/**
	 * Decided events that the broker has not acknowledged. Alert when it stays above 0: a
	 * revoked key may still be accepted.
	 */
	OUTBOX_PENDING("hilum.usage.outbox.pending", "Decided events that are not published"),

	/**
	 * The age of the oldest of them in seconds. Alert above 5.
	 */
	OUTBOX_OLDEST("hilum.usage.outbox.oldest.seconds", "Age of the oldest event that is not published"),

	/**
	 * Records that could not be taken in, ever. Alert when it grows: somebody writes what
	 * the contract does not allow.
	 */
	DEAD_LETTERS("hilum.usage.dead.letters", "Records that could not be taken in"),

	/**
	 * Linked events that no signed head covers. Alert when it stays above twice what a
	 * seal interval brings: evidence is not being sealed.
	 */
	AUDIT_UNSEALED("hilum.usage.audit.unsealed", "Audit events that no signed head covers");

	private final String meterName;

	private final String description;

	UsageMeter(String meterName, String description) {
		this.meterName = meterName;
		this.description = description;
	}

	String meterName() {
		return this.meterName;
	}

	String description() {
		return this.description;
	}

}
