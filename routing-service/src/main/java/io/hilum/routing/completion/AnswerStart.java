package io.hilum.routing.completion;

import io.hilum.routing.answer.AnswerFacts;

/**
 * Is told once, before the first byte of an answer is passed on.
 */
@FunctionalInterface
interface AnswerStart {

	/**
	 * Whether another deployment is asked although this one answers. Asked before the
	 * answer begins.
	 * @param facts what its first part says about itself
	 * @return {@code true} if the answer is not given
	 */
	default boolean passesOver(AnswerFacts facts) {
		return false;
	}

	/**
	 * The answer begins.
	 * @param facts what its first part says about itself
	 */
	void begin(AnswerFacts facts);

}
