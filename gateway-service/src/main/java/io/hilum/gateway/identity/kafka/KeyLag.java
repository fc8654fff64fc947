package io.hilum.gateway.identity.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * How long changes of keys take from usage-service's decision until they are in force
 * here, the worst since the start apart, and since when nothing was heard of the broker.
 * The clocks of two machines are compared, so a difference between them counts too.
 */
final class KeyLag {

	private final Timer lag;

	private final AtomicLong worstMillis = new AtomicLong();

	private final Clock clock;

	private volatile Instant heard;

	KeyLag(MeterRegistry meters, Clock clock) {
		this.clock = clock;
		this.heard = clock.instant();
		this.lag = Timer.builder("hilum.identity.key.lag")
			.description("From the change of a key until it is in force here")
			.register(meters);
		Gauge.builder("hilum.identity.key.lag.worst", this.worstMillis, (millis) -> millis.get() / 1000.0)
			.baseUnit("seconds")
			.description("The worst since the start")
			.register(meters);
		Gauge.builder("hilum.identity.key.silence", this, KeyLag::silenceSeconds)
			.baseUnit("seconds")
			.description("Since when the broker of the keys was not heard of")
			.register(meters);
	}

	void inForce(@Nullable Instant changedAt) {
		if (changedAt == null) {
			return;
		}
		Duration taken = Duration.between(changedAt, this.clock.instant());
		Duration counted = taken.isNegative() ? Duration.ZERO : taken;
		this.lag.record(counted);
		this.worstMillis.accumulateAndGet(counted.toMillis(), Math::max);
	}

	void heard() {
		this.heard = this.clock.instant();
	}

	private double silenceSeconds() {
		return Math.max(0, Duration.between(this.heard, this.clock.instant()).toMillis()) / 1000.0;
	}

}
