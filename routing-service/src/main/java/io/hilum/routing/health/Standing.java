package io.hilum.routing.health;

/**
 * Whether a deployment may be called.
 *
 * @param state its state
 * @param pauseMillis how long it is left alone yet, 0 if it may be called
 */
public record Standing(State state, long pauseMillis) {

	/**
	 * Nothing bad is known.
	 */
	public static final Standing WELL = new Standing(State.CLOSED, 0);

	/**
	 * Its breaker was open and one call may find out whether it answers again.
	 */
	public static final Standing DUE = new Standing(State.PROBE, 0);

	/**
	 * Whether a call would be let through.
	 * @return {@code true} if it would
	 */
	public boolean permits() {
		return this.pauseMillis == 0;
	}

	/**
	 * The states.
	 */
	public enum State {

		/**
		 * Calls go through.
		 */
		CLOSED("closed"),

		/**
		 * One call may go through as a probe.
		 */
		PROBE("probe"),

		/**
		 * Its breaker is open.
		 */
		OPEN("breaker is open"),

		/**
		 * It asked to be left alone.
		 */
		COOLING("cooling down");

		private final String id;

		State(String id) {
			this.id = id;
		}

		/**
		 * The name in usage events.
		 * @return the name
		 */
		public String id() {
			return this.id;
		}

	}

}
