package io.hilum.routing.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hilum.routing.answer.AnswerFacts;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.metering.UsageRecord.Attempt;
import io.hilum.routing.metering.UsageRecord.Timing;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.routing.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one request so far. Mutable; written by one signal at a time, and
 * ended once by whichever comes first: the answer, a failure or the client's leaving.
 */
final class Journey {

	private final String id;

	private final CompletionRequest request;

	private final Plan plan;

	private final Transform transform;

	private final long startNanos = System.nanoTime();

	private final List<Attempt> attempts = new ArrayList<>(2);

	private volatile boolean recorded;

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile @Nullable Hold hold;

	private volatile @Nullable Admission admission;

	private long received;

	private volatile boolean emitted;

	private volatile boolean whole;

	private volatile AnswerHead.Known known = AnswerHead.Known.HIT;

	private volatile @Nullable Candidate giver;

	private volatile @Nullable String servedModel;

	private volatile @Nullable TokenCounts usage;

	private volatile @Nullable String servedTier;

	private volatile long streamedTokens;

	private long attemptNanos;

	private long waitedNanos;

	private long notGivenNanoUsd;

	private volatile long firstTokenNanos = -1;

	Journey(String id, CompletionRequest request, Plan plan) {
		this(id, request, plan, Transform.NONE);
	}

	Journey(String id, CompletionRequest request, Plan plan, Transform transform) {
		this.id = id;
		this.request = request;
		this.plan = plan;
		this.transform = transform;
	}

	String id() {
		return this.id;
	}

	CompletionRequest request() {
		return this.request;
	}

	Plan plan() {
		return this.plan;
	}

	Transform transform() {
		return this.transform;
	}

	void hold(Hold made) {
		this.hold = made;
	}

	@Nullable Hold hold() {
		return this.hold;
	}

	/**
	 * An attempt begins. What was known of the answer of the one before is not of this
	 * one.
	 */
	void attempt(Admission made) {
		this.admission = made;
		this.attemptNanos = System.nanoTime();
		this.received = 0;
		this.usage = null;
		this.servedTier = null;
		this.streamedTokens = 0;
	}

	@Nullable Admission admission() {
		return this.admission;
	}

	@Nullable Candidate served() {
		Admission made = this.admission;
		return (made != null) ? made.candidate() : this.giver;
	}

	/**
	 * It is on record what is reported if this process dies.
	 */
	void record() {
		this.recorded = true;
	}

	boolean recorded() {
		return this.recorded;
	}

	/**
	 * Whether somebody answers, or was asked to.
	 */
	boolean called() {
		return served() != null;
	}

	/**
	 * The answer is known.
	 */
	void recall(Candidate gave, CachedAnswer answer) {
		this.giver = gave;
		this.usage = answer.tokens();
		this.servedModel = answer.model();
		this.whole = true;
		this.firstTokenNanos = System.nanoTime() - this.startNanos;
		this.emitted = true;
	}

	/**
	 * Some of an answer has come.
	 * @return how much of it has come so far
	 */
	long received(int bytes) {
		this.received += bytes;
		return this.received;
	}

	Duration took() {
		return Duration.ofNanos(System.nanoTime() - this.startNanos);
	}

	Duration attemptTook() {
		return Duration.ofNanos(System.nanoTime() - this.attemptNanos);
	}

	/**
	 * The answer of the present attempt is paid for and not given.
	 */
	void passedOver(long costNanoUsd) {
		this.notGivenNanoUsd = costNanoUsd;
	}

	void attempted(Candidate candidate, Outcome outcome, @Nullable Integer status) {
		long nanos = System.nanoTime() - this.attemptNanos;
		this.waitedNanos += nanos;
		this.attempts.add(new Attempt(candidate.deployment().id(), outcome.id(), status,
				TimeUnit.NANOSECONDS.toMillis(nanos), this.notGivenNanoUsd));
		this.notGivenNanoUsd = 0;
	}

	/**
	 * The first byte of an answer is there: from now on nothing else is tried.
	 */
	void emit(Candidate candidate, AnswerFacts facts) {
		this.emitted = true;
		this.servedModel = (facts.model() != null) ? facts.model() : candidate.deployment().model();
		this.firstTokenNanos = System.nanoTime() - this.startNanos;
		attempted(candidate, Outcome.SUCCESS, 200);
	}

	boolean emitted() {
		return this.emitted;
	}

	/**
	 * Nothing of the answer is missing.
	 */
	void markWhole() {
		this.whole = true;
	}

	boolean isWhole() {
		return this.whole;
	}

	/**
	 * The answer is known.
	 * @param how to what it is the answer
	 */
	void markKnown(AnswerHead.Known how) {
		this.known = how;
	}

	AnswerHead.Known known() {
		return this.known;
	}

	@Nullable String servedModel() {
		return this.servedModel;
	}

	List<Attempt> attempts() {
		return this.attempts;
	}

	void usage(@Nullable TokenCounts counts) {
		if (counts != null) {
			this.usage = counts;
		}
	}

	@Nullable TokenCounts usage() {
		return this.usage;
	}

	/**
	 * The service tier by which the request is charged: the one that the answer names, or
	 * else the one that was asked for.
	 * @param named the tier that the answer names, {@code null} if it names none
	 * @return the tier
	 */
	@Nullable String tier(@Nullable String named) {
		if (named != null) {
			this.servedTier = named;
		}
		String served = this.servedTier;
		return (served != null) ? served : this.request.body().serviceTier();
	}

	void streamed(long tokens) {
		this.streamedTokens = tokens;
	}

	long streamedTokens() {
		return this.streamedTokens;
	}

	/**
	 * How many tokens the attempt that answers has used so far, by the provider's count
	 * or else by estimate. What is not answered uses none.
	 */
	long usedTokens() {
		if (!this.emitted) {
			return 0;
		}
		TokenCounts counted = this.usage;
		return (counted != null) ? counted.totalInput() + counted.totalOutput()
				: Estimate.input(this.request.body().length()) + this.streamedTokens;
	}

	/**
	 * End the journey.
	 * @return {@code true} for the first caller, who has to settle and report it
	 */
	boolean end() {
		return this.ended.compareAndSet(false, true);
	}

	boolean ended() {
		return this.ended.get();
	}

	Timing timing() {
		long total = System.nanoTime() - this.startNanos;
		boolean streamed = this.emitted && this.request.stream();
		long waited = streamed ? this.waitedNanos + total - this.firstTokenNanos : this.waitedNanos;
		return new Timing(this.emitted ? TimeUnit.NANOSECONDS.toMillis(this.firstTokenNanos) : null,
				TimeUnit.NANOSECONDS.toMillis(total), TimeUnit.NANOSECONDS.toMillis(Math.max(0, total - waited)));
	}

}
