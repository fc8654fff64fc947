package io.hilum.routing.completion;

import java.util.function.Consumer;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.completion.AnswerHead.Known;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Opens the answer of one attempt, unless it is passed over because a content filter cut
 * it and the catalogue names another model for that.
 */
final class Opening implements AnswerStart {

	static final Ending SUCCESS = new Ending(UsageOutcome.SUCCESS, 200, null);

	private final Journey journey;

	private final Admission admission;

	private final Course course;

	private final Closing closing;

	private final Consumer<AnswerHead> head;

	Opening(Journey journey, Admission admission, Course course, Closing closing, Consumer<AnswerHead> head) {
		this.journey = journey;
		this.admission = admission;
		this.course = course;
		this.closing = closing;
		this.head = head;
	}

	/**
	 * Only where one answer was asked for: of several, the others may be whole.
	 */
	@Override
	public boolean passesOver(AnswerFacts facts) {
		boolean passed = facts.filtered() && this.journey.plan().mayPassOver() && this.course.mayTurnToLenient()
				&& this.journey.request().body().choices() == 1;
		if (passed) {
			pay(facts);
		}
		return passed;
	}

	private void pay(AnswerFacts facts) {
		TokenCounts counted = facts.usage();
		TokenCounts tokens = (counted != null) ? counted
				: TokenCounts.of(Estimate.input(this.journey.request().body().length()), 0);
		this.journey.passedOver(Cost.of(tokens,
				this.admission.candidate().deployment().price().servedAs(this.journey.tier(facts.tier()))));
		this.admission.end(tokens.totalInput() + tokens.totalOutput());
	}

	/**
	 * A whole answer is charged before it is sent, so that its cost stands in its head.
	 */
	@Override
	public void begin(AnswerFacts facts) {
		this.journey.emit(this.admission.candidate(), facts);
		this.admission.answers();
		UsageRecord charged = this.journey.request().stream() ? null : this.closing.end(this.journey, SUCCESS);
		this.head.accept(head((charged != null) ? charged.costNanoUsd() : null));
	}

	private AnswerHead head(@Nullable Long costNanoUsd) {
		Candidate candidate = this.admission.candidate();
		Hold hold = this.journey.hold();
		String model = this.journey.servedModel();
		return new AnswerHead(this.journey.id(), (model != null) ? model : candidate.deployment().model(), candidate,
				this.journey.attempts().size(), (hold != null) ? hold.remainingNanoUsd() : null, costNanoUsd,
				Known.MISS);
	}

}
