package io.hilum.routing.idempotency;

/**
 * What became of an attempt to claim an idempotency key.
 */
public enum Claim {

	/**
	 * The request is the first with this key.
	 */
	MINE,
	/**
	 * The same request is being answered.
	 */
	RUNNING,
	/**
	 * The same request was answered.
	 */
	ANSWERED,
	/**
	 * The key belongs to another request.
	 */
	OTHER

}
