package io.hilum.agents.run;

import io.hilum.trust.text.PhiText;

/**
 * What is visible of a run. None of it is text of the record but the answer, and what a
 * person is asked to approve.
 */
public sealed interface RunEvent {

	/**
	 * A model was asked.
	 *
	 * @param step the number of the step, from 1
	 * @param tools how many tools it called
	 * @param input how many tokens it read
	 * @param output how many tokens it wrote
	 * @param nanoUsd what it cost
	 * @param millis how long it took
	 */
	record Asked(int step, int tools, long input, long output, long nanoUsd, long millis) implements RunEvent {
	}

	/**
	 * A tool was called.
	 *
	 * @param step the number of the step
	 * @param tool its name; that of one which does not exist is not told
	 * @param outcome {@code ok}, or the code of what went wrong
	 * @param characters how long its result is
	 */
	record Called(int step, String tool, String outcome, int characters) implements RunEvent {
	}

	/**
	 * The model handed in, and was refused because of its form.
	 *
	 * @param step the number of the step
	 * @param outcome why
	 */
	record SentBack(int step, String outcome) implements RunEvent {
	}

	/**
	 * The answer.
	 *
	 * @param answer the text
	 * @param record how it came to be
	 */
	record Answered(PhiText answer, RunRecord record) implements RunEvent {
	}

	/**
	 * A call waits for a person.
	 *
	 * @param step the number of the step
	 * @param pending what would be written
	 */
	record Approval(int step, Pending pending) implements RunEvent {
	}

	/**
	 * A call still waits. Nothing changed, but a connection on which nothing is said gets
	 * lost.
	 *
	 * @param step the number of the step
	 * @param call which call of the run
	 * @param seconds how long it will at most
	 */
	record Waiting(int step, String call, long seconds) implements RunEvent {
	}

	/**
	 * A call waits no more.
	 *
	 * @param step the number of the step
	 * @param call which call of the run
	 * @param decision what became of it
	 */
	record Decided(int step, String call, Decision decision) implements RunEvent {
	}

	/**
	 * Somebody who may ended the run before its answer.
	 *
	 * @param record what it had used by then
	 */
	record Cancelled(RunRecord record) implements RunEvent {
	}

}
