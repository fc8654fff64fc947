package io.hilum.routing.completion;

import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Passes the bytes of one answer on. Created per attempt and not thread-safe.
 */
interface Relay {

	/**
	 * Take bytes of the provider and pass on what the client gets.
	 * @param bytes the bytes
	 * @param sink takes what is passed on, or a failure
	 */
	void accept(byte[] bytes, SynchronousSink<byte[]> sink);

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
