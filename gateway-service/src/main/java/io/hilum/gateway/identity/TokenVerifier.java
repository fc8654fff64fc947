package io.hilum.gateway.identity;

import reactor.core.publisher.Mono;

/**
 * Believes tokens of trusted issuers.
 */
@FunctionalInterface
public interface TokenVerifier {

	/**
	 * Verify a token.
	 * @param token the token in compact form
	 * @return the caller it stands for; an
	 * {@link io.hilum.gateway.problem.GatewayProblem.Unauthenticated} if it must not be
	 * believed
	 */
	Mono<Caller> verify(String token);

}
