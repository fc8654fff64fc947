package io.hilum.routing.load;

/**
 * The load of a deployment at one time, as a planner sees it.
 *
 * @param inFlight how many calls are with it
 * @param latencyMillis the time to the first token, negative while it is not known
 * @param room whether its quotas and its concurrency limit leave room for the request
 */
public record Load(int inFlight, double latencyMillis, boolean room) {

	/**
	 * The load of a deployment of which nothing is known.
	 */
	public static final Load NONE = new Load(0, Latency.UNKNOWN, true);

}
