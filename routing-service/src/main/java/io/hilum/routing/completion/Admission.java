package io.hilum.routing.completion;

import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.load.Place;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.provider.ProviderFailure;

/**
 * The leave to call one candidate, which tells its health and load what becomes of the
 * call. Used by one signal at a time.
 */
final class Admission {

	private final Candidate candidate;

	private final Place place;

	private final HealthBoard health;

	private volatile boolean told;

	Admission(Candidate candidate, Place place, HealthBoard health) {
		this.candidate = candidate;
		this.place = place;
		this.health = health;
	}

	Candidate candidate() {
		return this.candidate;
	}

	/**
	 * The answer begins.
	 */
	void answers() {
		this.place.firstByte();
	}

	/**
	 * The answer is whole.
	 */
	void succeeded() {
		tell(Outcome.SUCCESS);
	}

	/**
	 * There is no answer, or no whole one. A provider that limits the rate is well and is
	 * left alone for a while; that does not open its breaker.
	 */
	void failed(ProviderFailure failure) {
		if (UpstreamProblems.isOverload(failure)) {
			this.place.overloaded();
		}
		String id = this.candidate.deployment().id();
		if (UpstreamProblems.isRateLimit(failure)) {
			tell(Outcome.IGNORED);
			this.health.cool(id, failure.retryAfter().orElse(null));
			return;
		}
		tell(UpstreamProblems.outcome(failure));
		failure.retryAfter().ifPresent((pause) -> this.health.cool(id, pause));
	}

	/**
	 * Nobody waited for the end, so nothing is known.
	 */
	void leftOpen() {
		tell(Outcome.IGNORED);
	}

	/**
	 * Whether the end of the call is known.
	 */
	boolean isTold() {
		return this.told;
	}

	private void tell(Outcome outcome) {
		this.told = true;
		this.health.record(this.candidate.deployment().id(), outcome);
	}

	/**
	 * The call is over.
	 * @param usedTokens how many tokens it used
	 */
	void end(long usedTokens) {
		this.place.giveBack(usedTokens);
	}

}
