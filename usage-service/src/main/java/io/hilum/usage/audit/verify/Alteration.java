package io.hilum.usage.audit.verify;

/**
 * The first place at which the evidence is not what was signed.
 *
 * @param sequence the place of the first event that cannot be relied on
 * @param kind what was done
 * @param detail what was found, in words
 */
public record Alteration(long sequence, Kind kind, String detail) {

	/**
	 * What can be done to evidence.
	 */
	public enum Kind {

		/**
		 * An event or its place says something else.
		 */
		EDITED,

		/**
		 * An event is gone and later ones are there.
		 */
		DROPPED,

		/**
		 * An event is at another place.
		 */
		REORDERED,

		/**
		 * Something is there that was never recorded, or twice.
		 */
		INSERTED,

		/**
		 * Everything from an event on is gone.
		 */
		CUT_OFF,

		/**
		 * A head is not what was signed, or does not follow the one before.
		 */
		HEAD_ALTERED

	}

}
