package io.hilum.usage.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One call of a deployment.
 *
 * @param deployment the deployment
 * @param outcome how it ended
 * @param status the status it answered with
 * @param latencyMillis how long it took
 * @param costNanoUsd what its answer cost that was not given, {@code null} if there was
 * none; part of the cost of the request
 */
public record Attempt(String deployment, String outcome, @Nullable Integer status, long latencyMillis,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long costNanoUsd) {

	public Attempt {
		Bounds.required(deployment, outcome);
		Bounds.notNegative(latencyMillis, (costNanoUsd != null) ? costNanoUsd : 0);
	}

}
