package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that were issued.
 */
public interface Keys {

	/**
	 * Add a key, unless one with its id is there.
	 * @param key the key
	 * @return whether it was added
	 */
	Mono<Boolean> add(ApiKey key);

	/**
	 * Give a key another secret, unless it has that or is revoked.
	 * @param id the id of the key
	 * @param sha256 SHA-256 of the whole new key in hex
	 * @return whether it was changed
	 */
	Mono<Boolean> replaceSecret(String id, String sha256);

	/**
	 * Give a key its next secret, unless somebody else did so meanwhile or it is revoked.
	 * @param rotated the key with its next secret
	 * @param before SHA-256 of the whole key as it was, in hex
	 * @return whether it was changed
	 */
	Mono<Boolean> rotate(ApiKey rotated, String before);

	/**
	 * Find a key.
	 * @param id its id
	 * @return the key, or nothing
	 */
	Mono<ApiKey> find(String id);

	/**
	 * List keys in the order of their ids.
	 * @param subject whose keys, everybody's if {@code null}
	 * @param after the id after which to begin, from the beginning if {@code null}
	 * @param limit how many at most
	 * @return the keys
	 */
	Flux<ApiKey> list(@Nullable String subject, @Nullable String after, int limit);

	/**
	 * Count the keys of a subject that are not revoked.
	 * @param subject whose keys
	 * @return how many
	 */
	Mono<Long> count(String subject);

	/**
	 * Revoke a key, unless it is revoked.
	 * @param id its id
	 * @param by who revokes it
	 * @param at when
	 * @return whether it was revoked by this call
	 */
	Mono<Boolean> revoke(String id, String by, Instant at);

	/**
	 * The keys of a team that are not revoked, which nobody else changes until the
	 * present transaction ends.
	 * @param team its id
	 * @return the keys
	 */
	Flux<ApiKey> ofTeam(String team);

	/**
	 * The keys of an application that are not revoked, which nobody else changes until
	 * the present transaction ends.
	 * @param application its id
	 * @return the keys
	 */
	Flux<ApiKey> ofApplication(String application);

	/**
	 * Let a key use other models.
	 * @param id its id
	 * @param models patterns of models
	 * @return when it is written
	 */
	Mono<Void> restrict(String id, List<String> models);

}
