package io.hilum.gateway.admission;

import java.util.List;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.Authentication;

/**
 * Compares how somebody signed in with how they must have, and says what is missing. A
 * person is told how to sign in again; a key or a program, which cannot, is refused.
 */
final class StepUp {

	private StepUp() {
	}

	static boolean isEnough(Caller caller, Authentication required, Arrival arrival) {
		return caller.assurance().meets(required, arrival.at());
	}

	static GatewayProblem required(Caller caller, Authentication required, String of) {
		Assurance.StepUp stepUp = caller.assurance().stepUp();
		boolean factor = required.secondFactor() && !caller.assurance().secondFactor();
		String code = factor ? "mfa_required" : "authentication_context_required";
		if (stepUp == null) {
			return new GatewayProblem.Forbidden(code,
					"This " + of + " is for people who sign in in a stronger way, not for keys and programs");
		}
		List<String> contexts = required.contexts();
		if (contexts.isEmpty() && stepUp.secondFactorContext() != null) {
			contexts = List.of(stepUp.secondFactorContext());
		}
		String message = factor ? "This " + of + " needs a second factor. Sign in again with it"
				: "This " + of + " needs a stronger or more recent sign-in. Sign in again";
		return new GatewayProblem.StepUp(code, message, contexts, required.maxAge(), stepUp.asClaims());
	}

}
