package io.hilum.routing.completion;

import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.telemetry.GenAiMeters;
import org.jspecify.annotations.Nullable;

/**
 * Ends journeys: settles the hold, reports the usage, tells the meters. Each once.
 */
final class Closing {

	private final UsageRecords records;

	private final UsageReporter reporter;

	private final Settlement settlement;

	private final GenAiMeters meters;

	Closing(UsageRecords records, UsageReporter reporter, Settlement settlement, GenAiMeters meters) {
		this.records = records;
		this.reporter = reporter;
		this.settlement = settlement;
		this.meters = meters;
	}

	/**
	 * End a journey, if nobody has.
	 * @param journey the journey
	 * @param ending how it ended
	 * @return what was reported, or {@code null} if no provider was called or it has
	 * ended before
	 */
	@Nullable UsageRecord end(Journey journey, Ending ending) {
		if (!journey.end()) {
			return null;
		}
		Hold hold = journey.hold();
		if (!journey.called()) {
			if (journey.recorded()) {
				this.reporter.discard(journey.id());
			}
			release(hold);
			return null;
		}
		UsageRecord usage = this.records.ended(journey, ending);
		this.reporter.end(usage);
		if (hold != null) {
			this.settlement.settle(hold, usage.costNanoUsd());
		}
		if (ending.outcome() != UsageOutcome.CACHED) {
			this.meters.ended(usage);
		}
		return usage;
	}

	/**
	 * Give back a hold that was asked for and not answered.
	 * @param request what was asked for
	 */
	void cancel(HoldRequest request) {
		this.settlement.cancel(request);
	}

	/**
	 * Give a hold back, unused.
	 * @param hold the hold, if there is one
	 */
	void release(@Nullable Hold hold) {
		if (hold != null) {
			this.settlement.settle(hold, 0);
		}
	}

}
