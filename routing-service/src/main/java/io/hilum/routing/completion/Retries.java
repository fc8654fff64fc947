package io.hilum.routing.completion;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is tried again, and when.
 */
final class Retries {

	private final CompletionProperties properties;

	private final RetryBudget budget;

	private final Supplier<? extends RandomGenerator> random;

	Retries(CompletionProperties properties, Supplier<? extends RandomGenerator> random) {
		this.properties = properties;
		this.budget = new RetryBudget(properties.retryShare());
		this.random = random;
	}

	/**
	 * A request has come, and earns a share of a retry.
	 */
	void earn() {
		this.budget.earn();
	}

	/**
	 * Whether there is another attempt. A request that is too long, or that a content
	 * filter refuses, goes on to the models for that and takes nothing from the budget:
	 * its provider is in no trouble.
	 * @param course the way so far, which may turn
	 * @param left how much of the time of the request is left
	 * @param failure why the last attempt failed
	 * @return the pause before it, or {@code null} if there is none
	 */
	@Nullable Duration pause(Course course, Duration left, ProviderFailure failure) {
		if (UpstreamProblems.isTooLong(failure) && course.turnToLarger()) {
			return Duration.ZERO;
		}
		if (UpstreamProblems.isContentRefused(failure) && course.turnToLenient()) {
			return Duration.ZERO;
		}
		if (!UpstreamProblems.mayTryAgain(failure) || course.calls() >= this.properties.maxAttempts()) {
			return null;
		}
		Duration pause = course.isRoundOver() ? beforeNextRound(course, failure) : Duration.ZERO;
		if (pause == null || pause.compareTo(left) >= 0) {
			return null;
		}
		return this.budget.trySpend() ? pause : null;
	}

	/**
	 * A provider that says when to come again is not asked before.
	 */
	private @Nullable Duration beforeNextRound(Course course, ProviderFailure failure) {
		if (!UpstreamProblems.mayAskTheSameAgain(failure)) {
			return null;
		}
		Duration jitter = course.nextPause(this.random.get());
		Duration asked = failure.retryAfter().orElse(Duration.ZERO);
		Duration pause = (asked.compareTo(jitter) > 0) ? asked.plus(jitter) : jitter;
		return (pause.compareTo(this.properties.maxRetryPause()) <= 0) ? pause : null;
	}

}
