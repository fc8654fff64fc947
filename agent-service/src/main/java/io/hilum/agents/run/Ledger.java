package io.hilum.agents.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hilum.agents.model.Reply;
import io.hilum.agents.problem.AgentProblem;

/**
 * What a run has used of its bounds. One per run; not thread-safe.
 */
final class Ledger {

	private final String run;

	private final Bounds bounds;

	private final Clock clock;

	private Instant deadline;

	private Duration waited = Duration.ZERO;

	private int steps;

	private int calls;

	private long input;

	private long output;

	private long nanoUsd;

	Ledger(String run, Bounds bounds, Clock clock) {
		this.run = run;
		this.bounds = bounds;
		this.clock = clock;
		this.deadline = clock.instant().plus(bounds.time());
	}

	/**
	 * Begin a step, if one more is within the bounds.
	 * @return its number
	 */
	int begin() {
		if (this.steps >= this.bounds.steps()) {
			throw AgentProblem.bound("run_limit_steps", "The run has asked its model " + this.steps
					+ " times, the most it may, and has no answer. Ask for less at once");
		}
		if (this.input + this.output >= this.bounds.tokens()) {
			throw AgentProblem.bound("run_limit_tokens", "The run has used " + (this.input + this.output)
					+ " tokens, all it may, and has no answer. Ask for less at once");
		}
		if (this.nanoUsd >= this.bounds.nanoUsd()) {
			throw AgentProblem.bound("run_limit_cost",
					"The run has cost all it may and has no answer. Ask for less at once");
		}
		requireTime();
		this.steps++;
		return this.steps;
	}

	/**
	 * How much time is left.
	 * @return more than nothing
	 */
	Duration requireTime() {
		Duration left = Duration.between(this.clock.instant(), this.deadline);
		if (!left.isPositive()) {
			throw late();
		}
		return left;
	}

	/**
	 * Until when a person may be waited for. All waiting of a run counts together, so
	 * that what it may do on behalf of its caller does not end before it.
	 * @param most how long a run may wait in all
	 */
	Instant waitUntil(Duration most) {
		return this.clock.instant().plus(most.minus(this.waited));
	}

	/**
	 * The time that a person took is not the run's.
	 * @param since when it began to wait
	 */
	void waited(Instant since) {
		Duration took = Duration.between(since, this.clock.instant());
		this.waited = this.waited.plus(took);
		this.deadline = this.deadline.plus(took);
	}

	AgentProblem late() {
		return AgentProblem.bound("run_limit_time", "The run has taken " + this.bounds.time().toSeconds()
				+ " s, the most it may, and has no answer. Ask for less at once");
	}

	void took(Reply reply) {
		this.input += Math.max(0, reply.input());
		this.output += Math.max(0, reply.output());
		this.nanoUsd += Math.max(0, reply.nanoUsd());
	}

	void called(int tools) {
		this.calls += tools;
	}

	RunRecord record(int kept, List<String> dropped) {
		return new RunRecord(this.run, this.steps, this.calls, this.input, this.output, this.nanoUsd, kept, dropped);
	}

}
