package io.hilum.portal.holder;

import java.util.UUID;

import io.hilum.trust.seal.WrappedKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where holders are kept.
 */
public interface HolderStore {

	/**
	 * Find a holder.
	 * @param kind who it is
	 * @param name the subject or the team
	 * @return the holder, or empty
	 */
	Mono<SealedHolder> find(HolderKind kind, String name);

	/**
	 * Find a holder by its id.
	 * @param id the id
	 * @return the holder, or empty
	 */
	Mono<SealedHolder> find(UUID id);

	/**
	 * All holders.
	 * @return the holders
	 */
	Flux<SealedHolder> all();

	/**
	 * Keep a holder unless it is there.
	 * @param holder the holder
	 * @return {@code false} if it was there
	 */
	Mono<Boolean> insert(SealedHolder holder);

	/**
	 * Put another wrapping of its key in the place of the one before.
	 * @param holder the holder as it was found
	 * @param key the key, wrapped anew
	 * @return {@code false} if it has another since
	 */
	Mono<Boolean> rewrap(SealedHolder holder, WrappedKey key);

}
