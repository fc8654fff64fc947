package io.hilum.usage.audit;

import java.security.PublicKey;

import reactor.core.publisher.Mono;

/**
 * Signs heads with a key that never leaves its keeper.
 */
public interface HeadSigner {

	/**
	 * Sign with Ed25519 (RFC 8032).
	 * @param content what to sign
	 * @return the signature in Base64
	 */
	Mono<String> sign(byte[] content);

	/**
	 * The key by which signatures are verified.
	 * @return the public key
	 */
	PublicKey publicKey();

}
