package io.hilum.routing.provider;

/**
 * The last look at what leaves for a provider.
 */
@FunctionalInterface
public interface Exit {

	/**
	 * Nobody looks, because the text may name patients.
	 */
	Exit OPEN = (body) -> {
	};

	/**
	 * Look at a body as it will be sent.
	 * @param body the body, in the provider's dialect
	 * @throws ProviderFailure if it must not be sent
	 */
	void look(byte[] body);

}
