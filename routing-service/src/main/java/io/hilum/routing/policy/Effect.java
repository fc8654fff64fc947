package io.hilum.routing.policy;

/**
 * What a policy does where its condition holds.
 */
public enum Effect {

	/**
	 * The deployment is not tried. It wins over every permission.
	 */
	DENY,

	/**
	 * Text that is not de-identified may go there although the role does not say so. It
	 * still needs a valid agreement.
	 */
	ALLOW

}
