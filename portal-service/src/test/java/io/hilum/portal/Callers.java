package io.hilum.portal;

import java.util.List;
import java.util.UUID;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;

/**
 * People who ask.
 */
public final class Callers {

	/**
	 * An administrator.
	 */
	public static final ServiceContext ADMIN = caller("ada", "it", "Admin");

	/**
	 * A clinician of cardiology.
	 */
	public static final ServiceContext AMELIA = caller("amelia", "cardiology", "Clinician");

	/**
	 * Another clinician of cardiology.
	 */
	public static final ServiceContext CARLA = caller("carla", "cardiology", "Clinician");

	/**
	 * A clerk of billing.
	 */
	public static final ServiceContext BEN = caller("ben", "billing", "Billing");

	private Callers() {
	}

	/**
	 * Somebody.
	 * @param name the name
	 * @param team the team
	 * @param roles the roles
	 * @return the caller
	 */
	public static ServiceContext caller(String name, String team, String... roles) {
		return new ServiceContext("req-" + name, "https://idp|" + name, List.of(roles), team, null, null, "treatment",
				PhiState.RAW, "none", "c1");
	}

	/**
	 * Somebody whom no other test knows, in a team of their own.
	 * @param roles the roles
	 * @return the caller
	 */
	public static ServiceContext stranger(String... roles) {
		String name = UUID.randomUUID().toString();
		return caller(name, "team-" + name, roles);
	}

}
