package io.hilum.trust.seal;

import reactor.core.publisher.Mono;

/**
 * Wraps data keys under a key that never leaves its keeper, which has versions: what was
 * wrapped by an older one can be unwrapped as long as the keeper has it. Each call fails
 * with a {@link KeyKeeperException} when the keeper does not answer.
 */
public interface KeyKeeper {

	/**
	 * Wrap a key by the present version.
	 * @param key what is wrapped, 64 bytes
	 * @return the wrapped key
	 */
	Mono<WrappedKey> wrap(byte[] key);

	/**
	 * Unwrap a key by the version that wrapped it.
	 * @param wrapped the wrapped key
	 * @return what was wrapped; {@link SealBrokenException} if the keeper has wrapped no
	 * such thing, {@link UnknownKeyException} if it has no such version
	 */
	Mono<byte[]> unwrap(WrappedKey wrapped);

	/**
	 * Which version wraps at present.
	 * @return the id of the version
	 */
	Mono<String> current();

}
