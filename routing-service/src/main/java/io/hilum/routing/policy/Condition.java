package io.hilum.routing.policy;

/**
 * A condition that is checked and compiled. Its time is bounded by the length of its
 * text, since it cannot loop. Thread-safe.
 */
public interface Condition {

	/**
	 * Whether it holds.
	 * @param facts the facts
	 * @return {@code true} if it does
	 */
	boolean holds(Facts facts);

	/**
	 * Which values it compares with which variables.
	 * @return the values
	 */
	Vocabulary vocabulary();

}
