package io.hilum.trust.seal.spring;

import reactor.core.publisher.Flux;

/**
 * The wrapped keys that a service stores.
 */
public interface RenewableKeys {

	/**
	 * Whose keys these are, as a log tells it.
	 * @return such as {@code collections}
	 */
	String owners();

	/**
	 * All of them.
	 * @return the keys as they are stored
	 */
	Flux<RenewableKey> all();

}
