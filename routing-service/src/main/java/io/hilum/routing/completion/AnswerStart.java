package io.hilum.routing.completion;

import io.hilum.routing.answer.AnswerFacts;

/**
 * Is told once, before the first byte of an answer is passed on.
 */
@FunctionalInterface
interface AnswerStart {

	/**
	 * The answer begins.
	 * @param facts what its first part says about itself
	 */
	void begin(AnswerFacts facts);

}
