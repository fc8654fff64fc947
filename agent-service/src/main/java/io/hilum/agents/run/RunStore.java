package io.hilum.agents.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * Keeps sealed bytes for a while, where all replicas find them. It fails if it is away.
 */
public interface RunStore {

	/**
	 * Keep something, in place of what was there. Of more than a bound, of one holder and
	 * of all, the oldest go, but none that waits.
	 * @param holder whose it is
	 * @param key its name
	 * @param sealed the bytes
	 * @param life how long
	 * @param waitsUntil until when somebody is waited for, and nothing else pushes it
	 * out; {@link Instant#EPOCH} if nobody is
	 * @return completion once it is kept
	 */
	Mono<Void> save(String holder, String key, byte[] sealed, Duration life, Instant waitsUntil);

	/**
	 * Take one of somebody's few places, or hold it longer.
	 * @param holder whose they are
	 * @param key for what
	 * @param until when it is free again by itself
	 * @param most how many there are
	 * @return {@code false} if all are taken
	 */
	Mono<Boolean> take(String holder, String key, Instant until, int most);

	/**
	 * Give a place back.
	 * @param holder whose it was
	 * @param key for what
	 * @return completion once it is free
	 */
	Mono<Void> free(String holder, String key);

	/**
	 * Find something.
	 * @param key its name
	 * @return the bytes, or nothing
	 */
	Mono<byte[]> find(String key);

	/**
	 * Leave a note, if there is none of this name yet.
	 * @param key its name
	 * @param sealed the bytes
	 * @param life how long it is kept
	 * @return whether this is the note that is there now
	 */
	Mono<Boolean> leave(String key, byte[] sealed, Duration life);

	/**
	 * Look for notes.
	 * @param keys their names
	 * @return those that are there
	 */
	Mono<Map<String, byte[]>> left(Collection<String> keys);

}
