package io.hilum.routing.replay;

import java.util.List;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.tokens.Cost;

/**
 * Makes decisions again with a catalogue.
 */
record Replay(Catalogue catalogue) {

	private static final Planner PLANNER = new Planner();

	Verdict of(RecordedRequest recorded) {
		List<String> was = recorded.choice();
		if (!recorded.isReplayable() || was.isEmpty()) {
			return new Verdict.NotReplayable();
		}
		try {
			return compare(was, PLANNER.plan(recorded.request(), this.catalogue, recorded.signals()), recorded);
		}
		catch (RoutingException ex) {
			return new Verdict.Refused(was.getFirst(), ex.problem().code());
		}
	}

	private static Verdict compare(List<String> was, Plan plan, RecordedRequest recorded) {
		Candidate first = plan.candidates().getFirst();
		List<String> would = plan.candidates().stream().map((candidate) -> candidate.deployment().id()).toList();
		if (!would.getFirst().equals(was.getFirst())) {
			return new Verdict.Differs(was.getFirst(), would.getFirst(), first.reason(),
					Cost.of(recorded.tokens(), first.deployment().price()));
		}
		boolean same = recorded.isCut() ? would.size() >= was.size() && would.subList(0, was.size()).equals(was)
				: would.equals(was);
		return same ? new Verdict.Same() : new Verdict.SameFirst();
	}

}
