package io.hilum.gateway.policy;

/**
 * Where the policy of this moment is to be had.
 */
@FunctionalInterface
public interface PolicySource {

	/**
	 * The policy of this moment, from memory.
	 * @return the policy
	 */
	AccessPolicy current();

}
