package io.hilum.gateway.policy;

/**
 * Takes in new versions of the catalogue from where they are made.
 */
public interface PolicyIntake {

	/**
	 * Take in what is in force at the source. From now on, copies of it that arrive
	 * later, such as a mounted file, are not looked at any more.
	 * @param content the bytes of the catalogue; if it cannot be read, the policy before
	 * it stays
	 */
	void follow(byte[] content);

}
