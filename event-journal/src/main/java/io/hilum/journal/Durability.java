package io.hilum.journal;

/**
 * When the journal forces its entries to the disk. All of them survive the death of the
 * process; they differ in what a loss of power may take.
 */
public enum Durability {

	/**
	 * Left to the operating system: a loss of power may take its unwritten pages.
	 */
	NEVER,

	/**
	 * Before each append returns. Appends that wait at the same time share one write.
	 */
	EACH,

	/**
	 * In the background: a loss of power takes one interval at most.
	 */
	INTERVAL

}
