package io.hilum.routing.load;

import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.routing.catalogue.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * The load of one deployment. Thread-safe.
 */
final class DeploymentLoad {

	private final Capacity capacity;

	private final AtomicInteger inFlight = new AtomicInteger();

	private final Latency streamed;

	private final Latency whole;

	private final ConcurrencyLimit limit;

	private final @Nullable Quota requests;

	private final @Nullable Quota tokens;

	DeploymentLoad(Capacity capacity, LoadProperties properties, long nowNanos) {
		this.capacity = capacity;
		this.streamed = new Latency(properties.latencyMemory());
		this.whole = new Latency(properties.latencyMemory());
		this.limit = new ConcurrencyLimit(properties);
		this.requests = quota(capacity.requestsPerMinute(), properties, nowNanos);
		this.tokens = quota(capacity.tokensPerMinute(), properties, nowNanos);
	}

	private static @Nullable Quota quota(@Nullable Integer perMinute, LoadProperties properties, long nowNanos) {
		return (perMinute != null) ? new Quota((double) perMinute / properties.replicas(), nowNanos) : null;
	}

	boolean isOf(Capacity other) {
		return this.capacity.equals(other);
	}

	Load see(long wantedTokens, boolean stream, long nowNanos) {
		int calls = this.inFlight.get();
		boolean room = calls < this.limit.limit() && (this.requests == null || this.requests.hasRoom(1, nowNanos))
				&& (this.tokens == null || this.tokens.hasRoom(wantedTokens, nowNanos));
		return new Load(calls, latency(stream).millis(nowNanos), room);
	}

	/**
	 * Begin a call. Quotas are our guess at what the provider counts and do not forbid
	 * it; the concurrency limit does.
	 */
	boolean begin(long wantedTokens, long nowNanos) {
		int most = this.limit.limit();
		int before = this.inFlight.getAndUpdate((calls) -> (calls < most) ? calls + 1 : calls);
		if (before >= most) {
			return false;
		}
		use(1, wantedTokens, nowNanos);
		return true;
	}

	private void use(int calls, long used, long nowNanos) {
		if (this.requests != null) {
			this.requests.use(calls, nowNanos);
		}
		if (this.tokens != null) {
			this.tokens.use(used, nowNanos);
		}
	}

	void firstByte(boolean stream, long startedAt, long nowNanos) {
		latency(stream).see(nowNanos - startedAt, nowNanos);
		this.limit.onSuccess(this.inFlight.get());
	}

	/**
	 * A whole answer takes as long as it is long, so its times are kept apart.
	 */
	private Latency latency(boolean stream) {
		return stream ? this.streamed : this.whole;
	}

	void overloaded(long startedAt, long nowNanos) {
		this.limit.onOverload(this.inFlight.get(), startedAt, nowNanos);
	}

	void end(long unusedTokens, long nowNanos) {
		this.inFlight.decrementAndGet();
		use(0, -unusedTokens, nowNanos);
	}

}
