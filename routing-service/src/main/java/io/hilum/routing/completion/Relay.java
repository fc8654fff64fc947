package io.hilum.routing.completion;

import reactor.core.publisher.Mono;

/**
 * Passes the bytes of one answer on. Created per attempt and not thread-safe.
 */
interface Relay {

	/**
	 * Take bytes of the provider and pass on what the client gets.
	 * @param bytes the bytes
	 * @return what is passed on, maybe nothing
	 */
	byte[] accept(byte[] bytes);

	/**
	 * Whether no more of the provider's bytes are wanted, because of what it sent. The
	 * reason is what {@link #end()} fails with.
	 * @return {@code true} if the answer has failed
	 */
	boolean failed();

	/**
	 * The provider has ended its answer.
	 * @return what is left to say, or a failure if the answer is not whole
	 */
	Mono<byte[]> end();

	/**
	 * Whether the answer is whole.
	 * @return {@code true} if nothing is missing
	 */
	boolean complete();

}
