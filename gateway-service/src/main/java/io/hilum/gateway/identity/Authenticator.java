package io.hilum.gateway.identity;

import java.net.InetAddress;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds out who sends a request, whichever form the credential has, and applies the
 * conditions that are bound to the credential.
 */
@Component
public final class Authenticator {

	private final KeyRing keys;

	private final TokenVerifier tokens;

	private final TemporaryRoles temporary;

	/**
	 * Create an authenticator.
	 * @param keys the Hilum keys
	 * @param tokens what verifies tokens
	 * @param temporary what people may do for a while
	 */
	public Authenticator(KeyRing keys, TokenVerifier tokens, TemporaryRoles temporary) {
		this.keys = keys;
		this.temporary = temporary;
		this.tokens = tokens;
	}

	/**
	 * Authenticate a request.
	 * @param headers its headers
	 * @param address the address of the client
	 * @return the caller, or a problem
	 */
	public Mono<Caller> authenticate(HttpHeaders headers, InetAddress address) {
		try {
			Credential credential = Credential.of(headers);
			if (credential.isKey()) {
				return Mono.just(admitted(this.keys.authenticate(credential.value()), address));
			}
			return this.tokens.verify(credential.value()).map((caller) -> admitted(this.temporary.of(caller), address));
		}
		catch (ProblemException ex) {
			return Mono.error(ex);
		}
	}

	private static Caller admitted(Caller caller, InetAddress address) {
		if (!caller.mayComeFrom(address)) {
			throw new GatewayProblem.Forbidden("network_not_allowed", "This key may not be used from this network")
				.asException();
		}
		return caller;
	}

}
