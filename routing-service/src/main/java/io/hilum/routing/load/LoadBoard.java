package io.hilum.routing.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.hilum.routing.catalogue.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * The load of all deployments, by what this replica does with them. Thread-safe.
 */
public final class LoadBoard {

	private final Map<String, DeploymentLoad> loads = new ConcurrentHashMap<>();

	private final LoadProperties properties;

	private final LongSupplier nanoTime;

	/**
	 * Create a board.
	 * @param properties the limits
	 * @param nanoTime a time in nanoseconds that never goes back, such as
	 * {@link System#nanoTime()}
	 */
	public LoadBoard(LoadProperties properties, LongSupplier nanoTime) {
		this.properties = properties;
		this.nanoTime = nanoTime;
	}

	/**
	 * The present load of a deployment.
	 * @param deployment the deployment
	 * @param tokens how many tokens a request is likely to use
	 * @param stream whether its answer is streamed
	 * @return its load
	 */
	public Load of(Deployment deployment, long tokens, boolean stream) {
		return load(deployment).see(tokens, stream, this.nanoTime.getAsLong());
	}

	/**
	 * Begin a call.
	 * @param deployment the deployment
	 * @param tokens how many tokens it is likely to use
	 * @param stream whether its answer is streamed
	 * @return the place of the call, which must be given back, or {@code null} if the
	 * deployment has as many calls as it takes
	 */
	public @Nullable Place tryBegin(Deployment deployment, long tokens, boolean stream) {
		DeploymentLoad load = load(deployment);
		long now = this.nanoTime.getAsLong();
		return load.begin(tokens, now) ? new Place(load, this.nanoTime, new Place.Call(tokens, stream, now)) : null;
	}

	/**
	 * A deployment whose quotas have changed begins anew.
	 */
	private DeploymentLoad load(Deployment deployment) {
		String id = deployment.id();
		DeploymentLoad known = this.loads.get(id);
		if (known != null && known.isOf(deployment.capacity())) {
			return known;
		}
		return this.loads.compute(id, (key, present) -> (present != null && present.isOf(deployment.capacity()))
				? present : new DeploymentLoad(deployment.capacity(), this.properties, this.nanoTime.getAsLong()));
	}

}
