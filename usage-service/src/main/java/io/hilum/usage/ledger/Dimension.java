package io.hilum.usage.ledger;

/**
 * What totals can be grouped by.
 */
public enum Dimension {

	/**
	 * The calendar day, in the time zone of the query.
	 */
	DAY,

	/**
	 * The team that pays.
	 */
	TEAM,

	/**
	 * The subject who asked.
	 */
	USER,

	/**
	 * The model, as {@link LedgerEntry#model()} names it.
	 */
	MODEL

}
