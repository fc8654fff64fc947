package io.hilum.rag;

import java.util.List;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;

/**
 * People who ask.
 */
public final class Callers {

	/**
	 * Administers collections.
	 */
	public static final ServiceContext ADMIN = caller("ada", "it", "Admin");

	/**
	 * A clinician of cardiology.
	 */
	public static final ServiceContext CLINICIAN = caller("amelia", "cardiology", "Clinician");

	/**
	 * A clerk of billing.
	 */
	public static final ServiceContext BILLING = caller("ben", "billing", "Billing");

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
		return new ServiceContext("req-" + name, subject(name), List.of(roles), team, null, null, "treatment",
				PhiState.RAW, "p1", "c1");
	}

	/**
	 * The subject of somebody.
	 * @param name the name
	 * @return the subject
	 */
	public static String subject(String name) {
		return "https://idp|" + name;
	}

}
