package io.hilum.routing.budget;

/**
 * Tells whoever wants to know that a budget nears its end.
 */
public interface Warnings {

	/**
	 * Tell of a threshold. When this returns the warning is safe; if it throws it is told
	 * again later.
	 * @param reached the threshold
	 */
	void tell(ThresholdReached reached);

}
