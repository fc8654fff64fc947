package io.hilum.portal.feedback;

/**
 * How good an answer is.
 */
public enum Rating {

	/** It helped. */
	UP,

	/** It did not. */
	DOWN

}
