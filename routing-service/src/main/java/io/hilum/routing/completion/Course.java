package io.hilum.routing.completion;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;

/**
 * The way of one request through the candidates of its plan. Mutable, created per request
 * and used by one signal at a time.
 */
final class Course {

	private final Plan plan;

	private final Duration basePause;

	private List<Candidate> candidates;

	private int position;

	private int calls;

	private boolean turnedToLarger;

	private boolean turnedToLenient;

	private Duration lastPause;

	Course(Plan plan, Duration basePause) {
		this.plan = plan;
		this.candidates = plan.candidates();
		this.basePause = basePause;
		this.lastPause = basePause;
	}

	Plan plan() {
		return this.plan;
	}

	/**
	 * How many candidates there are to choose from.
	 */
	int size() {
		return this.candidates.size();
	}

	/**
	 * The candidate that is so many places ahead.
	 */
	Candidate ahead(int places) {
		return this.candidates.get((this.position + places) % this.candidates.size());
	}

	/**
	 * A candidate is called.
	 * @param places how many places it was ahead
	 */
	void called(int places) {
		this.position += places + 1;
		this.calls++;
	}

	int calls() {
		return this.calls;
	}

	/**
	 * Whether each candidate has had its turn.
	 */
	boolean isRoundOver() {
		return this.position >= this.candidates.size();
	}

	/**
	 * Go on with the models that take more.
	 * @return {@code false} if there are none, or they were turned to before
	 */
	boolean turnToLarger() {
		boolean turns = !this.turnedToLarger && !this.plan.larger().isEmpty();
		this.turnedToLarger = true;
		return turns && turn(this.plan.larger());
	}

	/**
	 * Whether there are models for what a content filter refuses that were not turned to.
	 */
	boolean mayTurnToLenient() {
		return !this.turnedToLenient && !this.plan.lenient().isEmpty();
	}

	/**
	 * Go on with the models for what a content filter refuses.
	 * @return {@code false} if there are none, or they were turned to before
	 */
	boolean turnToLenient() {
		boolean turns = mayTurnToLenient();
		this.turnedToLenient = true;
		return turns && turn(this.plan.lenient());
	}

	private boolean turn(List<Candidate> others) {
		this.candidates = others;
		this.position = 0;
		return true;
	}

	/**
	 * The pause before the next round, with decorrelated jitter: from the base to three
	 * times the last one, so that clients that failed together do not come back together.
	 * @param random the chance
	 * @return the pause
	 */
	Duration nextPause(RandomGenerator random) {
		long base = this.basePause.toMillis();
		long most = Math.max(base + 1, this.lastPause.toMillis() * 3);
		this.lastPause = Duration.ofMillis(random.nextLong(base, most));
		return this.lastPause;
	}

}
