package io.hilum.routing.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.hilum.routing.catalogue.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps models within what the catalogue lets them be asked for. Each replica has an
 * equal share, without asking the others. Thread-safe.
 */
public final class ModelLimits {

	private final Map<String, Share> shares = new ConcurrentHashMap<>();

	private final LoadProperties properties;

	private final LongSupplier nanoTime;

	/**
	 * Create limits of which nothing is used.
	 * @param properties how many replicas share them
	 * @param nanoTime a time in nanoseconds that never goes back, such as
	 * {@link System#nanoTime()}
	 */
	public ModelLimits(LoadProperties properties, LongSupplier nanoTime) {
		this.properties = properties;
		this.nanoTime = nanoTime;
	}

	/**
	 * Use a limit for one request.
	 * @param limit the limit
	 * @param tokens how many tokens the request is likely to use
	 * @return {@code null} if it may go on, or else how long there is no room for it
	 */
	public @Nullable Duration tryUse(RateLimit limit, long tokens) {
		long wait = share(limit).tryUse(tokens, this.nanoTime.getAsLong());
		return (wait > 0) ? Duration.ofNanos(wait) : null;
	}

	/**
	 * Say whether a limit leaves room for a request, and use nothing of it.
	 * @param limit the limit
	 * @param tokens how many tokens the request is likely to use
	 * @return {@code null} if there is room, or else how long there is none
	 */
	public @Nullable Duration look(RateLimit limit, long tokens) {
		long wait = share(limit).look(tokens, this.nanoTime.getAsLong());
		return (wait > 0) ? Duration.ofNanos(wait) : null;
	}

	/**
	 * Correct how many tokens a request used, once that is known.
	 * @param limit the limit
	 * @param unusedTokens how many fewer it were than was likely; negative if it were
	 * more
	 */
	public void giveBack(RateLimit limit, long unusedTokens) {
		Quota tokens = share(limit).tokens();
		if (tokens != null) {
			tokens.use(-unusedTokens, this.nanoTime.getAsLong());
		}
	}

	/**
	 * A limit that has changed begins anew.
	 */
	private Share share(RateLimit limit) {
		Share known = this.shares.get(limit.model());
		return (known != null && known.limit().equals(limit)) ? known : this.shares.compute(limit.model(),
				(name, present) -> (present != null && present.limit().equals(limit)) ? present : begin(limit));
	}

	private Share begin(RateLimit limit) {
		long now = this.nanoTime.getAsLong();
		return new Share(limit, quota(limit.requestsPerMinute(), now), quota(limit.tokensPerMinute(), now));
	}

	private @Nullable Quota quota(@Nullable Integer perMinute, long nowNanos) {
		return (perMinute != null) ? new Quota((double) perMinute / this.properties.replicas(), nowNanos) : null;
	}

	/**
	 * What this replica has of a limit.
	 *
	 * @param limit the limit
	 * @param requests its share of requests, if they are limited
	 * @param tokens its share of tokens, if they are limited
	 */
	private record Share(RateLimit limit, @Nullable Quota requests, @Nullable Quota tokens) {

		long look(long wanted, long nowNanos) {
			return Math.max((this.requests != null) ? this.requests.look(1, nowNanos) : 0,
					(this.tokens != null) ? this.tokens.look(wanted, nowNanos) : 0);
		}

		long tryUse(long wanted, long nowNanos) {
			long wait = (this.requests != null) ? this.requests.tryUse(1, nowNanos) : 0;
			if (wait > 0 || this.tokens == null) {
				return wait;
			}
			long waitForTokens = this.tokens.tryUse(wanted, nowNanos);
			if (waitForTokens > 0 && this.requests != null) {
				this.requests.use(-1, nowNanos);
			}
			return waitForTokens;
		}

	}

}
