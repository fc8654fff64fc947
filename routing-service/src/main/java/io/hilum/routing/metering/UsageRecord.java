package io.hilum.routing.metering;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one request of a model. Never its text.
 *
 * @param id the id of the event and of the hold
 * @param time when the request ended
 * @param caller who asked
 * @param traceParent the W3C trace context of the request
 * @param endpoint the operation
 * @param stream whether the answer was streamed
 * @param servedModel what the provider says answered
 * @param served the deployment that answered, or was asked last
 * @param ending how it ended
 * @param attempts what was tried, in order
 * @param tokens what was used
 * @param source where the counts come from
 * @param price the unit prices
 * @param costNanoUsd the cost, that of answers that were not given included
 * @param hold what was set aside
 * @param timing how long it took
 * @param phiCounts how many identifiers were replaced, by type
 * @param plan how the deployment was chosen
 */
public record UsageRecord(String id, Instant time, ServiceContext caller, @Nullable String traceParent,
		Endpoint endpoint, boolean stream, @Nullable String servedModel, @Nullable Candidate served, Ending ending,
		List<Attempt> attempts, TokenCounts tokens, CountSource source, Price price, long costNanoUsd,
		@Nullable Hold hold, Timing timing, Map<String, Integer> phiCounts, Plan plan) {

	/**
	 * How a request ended.
	 *
	 * @param outcome the outcome
	 * @param status the HTTP status that the caller got
	 * @param errorCode the code of the error, if there was one
	 */
	public record Ending(UsageOutcome outcome, int status, @Nullable String errorCode) {

	}

	/**
	 * One call of a deployment.
	 *
	 * @param deployment its id
	 * @param outcome how it ended
	 * @param status the HTTP status of the provider, if it answered
	 * @param latencyMillis how long it took to its first byte or its failure
	 * @param costNanoUsd the cost of its answer if that was paid for and not given
	 */
	public record Attempt(String deployment, String outcome, @Nullable Integer status, long latencyMillis,
			long costNanoUsd) {

	}

	/**
	 * How long a request took.
	 *
	 * @param firstTokenMillis to the first token, if one came
	 * @param totalMillis as a whole
	 * @param overheadMillis without waiting for providers
	 */
	public record Timing(@Nullable Long firstTokenMillis, long totalMillis, long overheadMillis) {

	}

}
