package io.hilum.routing.load;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The place that one call takes at a deployment. Thread-safe; given back once, however
 * often that is asked for.
 */
public final class Place {

	private final DeploymentLoad load;

	private final LongSupplier nanoTime;

	private final Call call;

	private final AtomicBoolean givenBack = new AtomicBoolean();

	Place(DeploymentLoad load, LongSupplier nanoTime, Call call) {
		this.load = load;
		this.nanoTime = nanoTime;
		this.call = call;
	}

	/**
	 * The answer begins.
	 */
	public void firstByte() {
		this.load.firstByte(this.call.stream(), this.call.startedAt(), this.nanoTime.getAsLong());
	}

	/**
	 * The deployment says that it has too much to do, or is silent.
	 */
	public void overloaded() {
		this.load.overloaded(this.call.startedAt(), this.nanoTime.getAsLong());
	}

	/**
	 * The call is over.
	 * @param usedTokens how many tokens it used
	 */
	public void giveBack(long usedTokens) {
		if (this.givenBack.compareAndSet(false, true)) {
			this.load.end(this.call.tokens() - usedTokens, this.nanoTime.getAsLong());
		}
	}

	/**
	 * What was begun.
	 *
	 * @param tokens how many tokens it was likely to use
	 * @param stream whether its answer is streamed
	 * @param startedAt when, in nanoseconds
	 */
	record Call(long tokens, boolean stream, long startedAt) {

	}

}
