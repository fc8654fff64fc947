package io.hilum.architecture;

import reactor.blockhound.BlockHound;

/**
 * Makes a call that blocks an event loop fail, in every test of the whole service.
 */
public final class EventLoops {

	private static boolean guarded;

	private EventLoops() {
	}

	/**
	 * Guard the event loops of this JVM from now on.
	 */
	public static synchronized void guard() {
		if (!guarded) {
			// Reads /dev/urandom, which never waits (random(4)).
			BlockHound
				.install((builder) -> builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes"));
			guarded = true;
		}
	}

}
