package io.hilum.portal.profile;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * Where preferences are kept, sealed.
 */
public interface PreferenceStore {

	/**
	 * Find preferences.
	 * @param holder whose
	 * @return them, sealed, or empty
	 */
	Mono<byte[]> find(UUID holder);

	/**
	 * Keep preferences in the place of those of before.
	 * @param holder whose
	 * @param sealed them, sealed
	 * @return when they are kept
	 */
	Mono<Void> put(UUID holder, byte[] sealed);

}
