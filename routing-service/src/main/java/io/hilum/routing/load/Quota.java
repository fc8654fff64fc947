package io.hilum.routing.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What may be used per minute, as the one number of the generic cell rate algorithm
 * (ITU-T I.371): the time at which all that was used is paid off. A whole minute's worth
 * may be used at once. What is used above the quota is a debt, of one minute at most.
 * Thread-safe.
 */
final class Quota {

	private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

	private final double nanosPerUnit;

	private final AtomicLong paidOff;

	Quota(double perMinute, long nowNanos) {
		this.nanosPerUnit = MINUTE / perMinute;
		this.paidOff = new AtomicLong(nowNanos);
	}

	/**
	 * Whether so much may be used. What is more than the quota of a minute may be used
	 * when nothing else is.
	 * @param units how much
	 * @param nowNanos the time
	 * @return {@code true} if it may
	 */
	boolean hasRoom(long units, long nowNanos) {
		long used = Math.max(0, this.paidOff.get() - nowNanos);
		return used == 0 || used + nanos(units) <= MINUTE;
	}

	/**
	 * Use some if it may be used.
	 * @param units how much
	 * @param nowNanos the time
	 * @return 0 if it is used, or how long it takes until it may be, in nanoseconds
	 */
	long tryUse(long units, long nowNanos) {
		long nanos = nanos(units);
		while (true) {
			long known = this.paidOff.get();
			long used = Math.max(0, known - nowNanos);
			long pause = pause(used, nanos);
			if (pause > 0 || this.paidOff.compareAndSet(known, nowNanos + used + nanos)) {
				return pause;
			}
		}
	}

	/**
	 * Whether {@link #tryUse} would use some, without doing it.
	 * @param units how much
	 * @param nowNanos the time
	 * @return 0 if it would, or how long it takes until it may be used, in nanoseconds
	 */
	long look(long units, long nowNanos) {
		return pause(Math.max(0, this.paidOff.get() - nowNanos), nanos(units));
	}

	private static long pause(long used, long wanted) {
		return (used > 0 && used + wanted > MINUTE) ? Math.min(used, used + wanted - MINUTE) : 0;
	}

	/**
	 * Use some.
	 * @param units how much; negative to give back
	 * @param nowNanos the time
	 */
	void use(long units, long nowNanos) {
		long nanos = nanos(units);
		this.paidOff.updateAndGet((known) -> Math.min(Math.max(known, nowNanos) + nanos, nowNanos + 2 * MINUTE));
	}

	private long nanos(long units) {
		return (long) (units * this.nanosPerUnit);
	}

}
