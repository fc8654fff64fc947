package io.hilum.routing.telemetry;

import java.time.Duration;

import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.tokens.TokenCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Meters by the GenAI semantic conventions of OpenTelemetry:
 * {@code gen_ai.server.request.duration}, {@code gen_ai.server.time_to_first_token} and
 * {@code gen_ai.client.token.usage} ({@code gen_ai.token.type} input or output). Alert on
 * {@code error.type} by deployment, and on time to first token. {@code hilum.cost} is the
 * cost in dollars, for pictures: the ledger has the exact sums.
 */
public final class GenAiMeters {

	private static final double NANO = 1e-9;

	private final MeterRegistry meters;

	public GenAiMeters(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * A request has ended.
	 * @param usage what was recorded of it
	 */
	public void ended(UsageRecord usage) {
		Tags tags = tags(usage);
		this.meters.timer("gen_ai.server.request.duration", tags)
			.record(Duration.ofMillis(usage.timing().totalMillis()));
		if (usage.timing().firstTokenMillis() != null) {
			this.meters.timer("gen_ai.server.time_to_first_token", tags)
				.record(Duration.ofMillis(usage.timing().firstTokenMillis()));
		}
		TokenCounts tokens = usage.tokens();
		tokens(tags.and("gen_ai.token.type", "input")).record(tokens.totalInput());
		tokens(tags.and("gen_ai.token.type", "output")).record(tokens.totalOutput());
		Counter.builder("hilum.cost")
			.description("What requests cost")
			.baseUnit("usd")
			.tags(tags)
			.register(this.meters)
			.increment(usage.costNanoUsd() * NANO);
	}

	private static Tags tags(UsageRecord usage) {
		Candidate served = usage.served();
		boolean failed = usage.ending().outcome() != UsageOutcome.SUCCESS;
		String error = usage.ending().errorCode();
		return Tags.of("gen_ai.operation.name", usage.endpoint().operation(), "gen_ai.provider.name",
				(served != null) ? served.deployment().provider().id() : "none", "gen_ai.request.model",
				usage.plan().model().name(), "gen_ai.response.model",
				(served != null) ? served.deployment().model() : "none", "error.type",
				(failed && error != null) ? error : "none");
	}

	private DistributionSummary tokens(Tags tags) {
		return DistributionSummary.builder("gen_ai.client.token.usage")
			.baseUnit("token")
			.tags(tags)
			.register(this.meters);
	}

}
