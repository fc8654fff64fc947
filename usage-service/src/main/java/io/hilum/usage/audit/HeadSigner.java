package io.hilum.usage.audit;

import java.security.PublicKey;
import java.util.List;

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

	/**
	 * All keys by which heads were ever signed.
	 * @return the present key and those before it
	 */
	List<PublicKey> believedKeys();

}
