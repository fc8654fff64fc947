package io.hilum.gateway.identity.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import reactor.core.publisher.Mono;

/**
 * Fetches the public keys of one issuer.
 */
@FunctionalInterface
interface KeySetSource {

	Mono<JWKSet> fetch();

}
