package io.hilum.agents.run;

import java.util.List;

/**
 * How an answer came to be, without any text.
 *
 * @param run the id of the run
 * @param steps how often the model was asked
 * @param calls how many tools were called
 * @param input how many tokens were read
 * @param output how many tokens were written
 * @param nanoUsd what it cost, in nano-dollars
 * @param kept how many statements the check let through
 * @param dropped why the others were left out: one code for each
 */
public record RunRecord(String run, int steps, int calls, long input, long output, long nanoUsd, int kept,
		List<String> dropped) {

	public RunRecord {
		dropped = List.copyOf(dropped);
	}

}
