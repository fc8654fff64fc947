package io.hilum.routing.provision;

/**
 * Tells whoever keeps accounts what an hour did cost.
 */
@FunctionalInterface
public interface HourTeller {

	/**
	 * Tell of an hour. When this returns it is safe; if it throws it is told again later.
	 * @param hour the hour
	 */
	void tell(ProvisionedHour hour);

}
