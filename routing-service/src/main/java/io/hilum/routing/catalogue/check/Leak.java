package io.hilum.routing.catalogue.check;

import java.util.Collection;

import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.policy.Facts;

/**
 * A way on which text that is not de-identified could reach a provider without a valid
 * agreement.
 *
 * @param roles the roles of a caller
 * @param route the way
 * @param deployment the deployment at its end
 * @param circumstances when
 */
public record Leak(Collection<String> roles, Facts.Route route, String deployment, Circumstances circumstances) {

	@Override
	public String toString() {
		String fallback = this.route.model().equals(this.route.requested()) ? "" : " -> fallback " + this.route.model();
		return "raw text could reach a provider without a valid agreement: role " + String.join(" + ", this.roles)
				+ " -> model " + this.route.requested() + fallback + " -> deployment " + this.deployment
				+ " -> provider " + this.route.provider() + when();
	}

	private String when() {
		if (this.circumstances.equals(Circumstances.UNKNOWN)) {
			return "";
		}
		return " (purpose '" + this.circumstances.purpose() + "', application '" + this.circumstances.application()
				+ "', team '" + this.circumstances.team() + "', network '" + this.circumstances.network() + "', hour "
				+ this.circumstances.hour() + ", weekday " + this.circumstances.weekday() + ")";
	}

}
