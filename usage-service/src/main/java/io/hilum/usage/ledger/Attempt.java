package io.hilum.usage.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One call of a deployment.
 *
 * @param deployment the deployment
 * @param outcome how it ended
 * @param status the status it answered with
 * @param latencyMillis how long it took
 */
public record Attempt(String deployment, String outcome, @Nullable Integer status, long latencyMillis) {

	public Attempt {
		Bounds.required(deployment, outcome);
		Bounds.notNegative(latencyMillis);
	}

}
