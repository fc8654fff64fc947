package io.hilum.routing.budget;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What this replica knows, when it starts, of the holds that it made before: how the
 * process that made them had to leave them.
 */
public interface KnownEndings {

	/**
	 * The name under which holds of this replica are made, the same after a restart.
	 * @return the name
	 */
	String owner();

	/**
	 * What a request cost.
	 * @param id the id of its hold
	 * @return nano-dollars, empty if it is not known that a provider was to be called
	 */
	OptionalLong costOf(String id);

	/**
	 * From when on everything is known: of a younger hold without a cost no provider was
	 * called.
	 * @return the time
	 */
	Instant since();

	/**
	 * Let go of what is known; it is not asked for again.
	 */
	void forget();

}
