package io.hilum.routing.idempotency;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Says which of several requests with one idempotency key is answered, for all replicas.
 */
public interface Claims {

	/**
	 * Claim a key.
	 * @param id stands for the key and its caller
	 * @param print stands for what is asked
	 * @param owner the request that claims it
	 * @param life how long the claim holds if nobody ends it, since its replica died
	 * @return what there is, or an error if nobody can say
	 */
	Mono<Claim> claim(String id, String print, String owner, Duration life);

	/**
	 * The request was answered: no other with this key is.
	 * @param id stands for the key and its caller
	 * @param owner the request that claimed it
	 * @param ttl for how long
	 * @return when that is on record
	 */
	Mono<Void> answered(String id, String owner, Duration ttl);

	/**
	 * The request was not answered to its end: the next one with this key is.
	 * @param id stands for the key and its caller
	 * @param owner the request that claimed it
	 * @return when that is on record
	 */
	Mono<Void> release(String id, String owner);

}
