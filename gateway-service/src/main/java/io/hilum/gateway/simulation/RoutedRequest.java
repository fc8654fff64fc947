package io.hilum.gateway.simulation;

import java.time.Instant;
import java.util.List;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * What routing-service is asked about, as its contract has it.
 *
 * @param endpoint the operation
 * @param model the model
 * @param stream whether the answer is to be streamed
 * @param maxTokens the most tokens of the answer, if the request says so
 * @param serviceTier the service tier of providers, if it names one
 * @param requestBytes how long its body is
 * @param at when it comes
 * @param allWell whether all deployments are taken to be well
 * @param caller who is supposed to ask
 */
record RoutedRequest(String endpoint, String model, boolean stream, @Nullable Integer maxTokens,
		@Nullable String serviceTier, int requestBytes, Instant at, boolean allWell, Who caller) {

	static RoutedRequest of(Supposed supposed, String model, Arrival arrival, ServiceContext context) {
		return new RoutedRequest(Supposed.nameOf(supposed.operation()), model, supposed.stream(), supposed.maxTokens(),
				supposed.serviceTier(), supposed.bytes(), arrival.at(), supposed.allWell(), Who.of(context));
	}

	/**
	 * Who is supposed to ask.
	 */
	record Who(String subject, List<String> roles, String team, @Nullable String application, String purpose,
			PhiState phi, @Nullable String network, @Nullable SignedIn signIn) {

		static Who of(ServiceContext context) {
			return new Who(context.subject(), context.roles(), context.team(), context.application(), context.purpose(),
					context.phi(), context.network(), SignedIn.of(context.signIn()));
		}

	}

	/**
	 * How that is supposed to have signed in, as far as routes depend on it.
	 */
	record SignedIn(boolean secondFactor, List<String> contexts, @Nullable Instant at) {

		static @Nullable SignedIn of(@Nullable SignIn signIn) {
			return (signIn != null) ? new SignedIn(signIn.secondFactor(), signIn.contexts(), signIn.at()) : null;
		}

	}

}
