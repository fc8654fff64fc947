package io.hilum.routing.plan;

import io.hilum.routing.catalogue.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that may be tried.
 *
 * @param deployment the deployment
 * @param agreement the agreement that covers its provider, if one does
 * @param reason why it is at its place
 * @param model the model of the catalogue that it serves
 * @param score what its model's strategy makes of it; the lower, the earlier
 * @param signals what was known of it
 */
public record Candidate(Deployment deployment, @Nullable String agreement, String reason, String model, double score,
		Signals signals) {

	/**
	 * A candidate of which nothing else is known.
	 * @param deployment the deployment
	 * @param agreement the agreement that covers its provider, if one does
	 * @param reason why it is at its place
	 */
	public Candidate(Deployment deployment, @Nullable String agreement, String reason) {
		this(deployment, agreement, reason, deployment.model(), 0, Signals.NONE);
	}

}
