package io.hilum.portal.feedback;

/**
 * Why an answer is good or not.
 */
public enum Reason {

	/** It did what was asked for. */
	HELPFUL,

	/** Something in it is not so. */
	WRONG,

	/** Something is missing. */
	INCOMPLETE,

	/** It could harm a patient. */
	UNSAFE,

	/** It is not what was asked for. */
	NOT_FOLLOWED,

	/** It took too long. */
	SLOW,

	/** Too much or too little was masked. */
	MASKING,

	/** Something else. */
	OTHER

}
