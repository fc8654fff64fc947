package io.hilum.routing.completion;

import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.load.Place;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.PlanRequest;
import org.jspecify.annotations.Nullable;

/**
 * Admits calls to candidates whose breaker is not open and that have not as many calls as
 * they take.
 */
record Admissions(HealthBoard health, LoadBoard loads) {

	/**
	 * Admit a call to the next candidate that takes one.
	 * @param course the way so far
	 * @return the admission or {@code null} if none takes a call
	 */
	@Nullable Admission next(Course course) {
		PlanRequest.Size size = course.plan().request().size();
		for (int places = 0; places < course.size(); places++) {
			Admission admission = admit(course.ahead(places), size);
			if (admission != null) {
				course.called(places);
				return admission;
			}
		}
		return null;
	}

	/**
	 * The place is taken first, so that no probe of a breaker is spent on a deployment
	 * that is full.
	 */
	private @Nullable Admission admit(Candidate candidate, PlanRequest.Size size) {
		String id = candidate.deployment().id();
		if (!this.health.of(id).permits()) {
			return null;
		}
		Place place = this.loads.tryBegin(candidate.deployment(), size.tokens(), size.stream());
		if (place == null) {
			return null;
		}
		if (!this.health.tryCall(id)) {
			place.giveBack(0);
			return null;
		}
		return new Admission(candidate, place, this.health);
	}

}
