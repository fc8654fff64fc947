package io.hilum.routing.policy;

import java.util.Collection;
import java.util.List;

import io.hilum.trust.context.PhiState;

/**
 * Everything that a condition may ask about one request and one deployment.
 *
 * @param roles the roles of the caller
 * @param route the way to the deployment
 * @param phi the state of the text
 * @param circumstances what comes with the request
 */
public record Facts(List<String> roles, Route route, PhiState phi, Circumstances circumstances) {

	public Facts {
		roles = List.copyOf(roles);
	}

	public Facts(Collection<String> roles, Route route, PhiState phi, Circumstances circumstances) {
		this(List.copyOf(roles), route, phi, circumstances);
	}

	/**
	 * The way to a deployment.
	 *
	 * @param requested the model that the client asks for
	 * @param model the model that is tried: that one, or one that stands in for it
	 * @param provider the id of the provider
	 * @param region where it computes, empty if that is not known
	 * @param agreement the valid agreement that covers it, empty if none does
	 */
	public record Route(String requested, String model, String provider, String region, String agreement) {

	}

}
