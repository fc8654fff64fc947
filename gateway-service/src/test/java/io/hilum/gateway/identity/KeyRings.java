package io.hilum.gateway.identity;

import java.time.Clock;

/**
 * Rings of keys for tests of other packages.
 */
public final class KeyRings {

	private KeyRings() {
	}

	/**
	 * No temporary roles.
	 * @param clock their clock
	 * @return the roles
	 */
	public static TemporaryRoles noRoles(Clock clock) {
		return new TemporaryRoles(clock);
	}

	/**
	 * A ring without keys, as at start.
	 * @param clock its clock
	 * @return the ring
	 */
	public static KeyRing empty(Clock clock) {
		return new KeyRing(clock);
	}

}
