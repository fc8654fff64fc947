package io.hilum.phi.training.corpus;

import java.util.Set;

/**
 * Which names and templates may be used: all for the model that ships, one part for
 * learning and the other for judging when it is to be known how well a model does with
 * what it has not seen.
 */
public enum Split {

	/**
	 * Everything.
	 */
	ALL,

	/**
	 * What a model that is to be judged learns from.
	 */
	LEARNING,

	/**
	 * What it is judged by.
	 */
	JUDGING;

	/**
	 * Whether a single name may be used.
	 * @param name the name
	 * @return {@code true} if it is of this part
	 */
	boolean admits(String name) {
		return this == ALL || Names.isHeldOut(name) == (this == JUDGING);
	}

	/**
	 * Whether a whole list or family may be used.
	 * @param list its name
	 * @param heldOut the names of those that are for judging
	 * @return {@code true} if it is of this part
	 */
	boolean admits(String list, Set<String> heldOut) {
		return this == ALL || heldOut.contains(list) == (this == JUDGING);
	}

}
