package io.hilum.gateway.chat;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway sees in an answer or in one chunk of it.
 *
 * @param slots the strings that a model wrote
 * @param finished the indices of choices that end here
 * @param choices where the array of choices stands
 * @param usage where the value of the usage stands
 * @param end the byte of the closing brace
 * @param failed whether it is an error
 */
record AnswerScan(List<AnswerSlot> slots, List<Integer> finished, @Nullable Range choices, @Nullable Range usage,
		int end, boolean failed) {

	/**
	 * A range of bytes.
	 *
	 * @param start the first byte
	 * @param end the byte behind the last
	 */
	record Range(int start, int end) {
	}

}
