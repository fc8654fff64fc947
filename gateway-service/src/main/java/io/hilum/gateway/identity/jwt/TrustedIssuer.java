package io.hilum.gateway.identity.jwt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.IdentityProperties;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/**
 * One trusted issuer: its keys, its rules, and how its claims name a caller. Algorithms
 * are pinned to asymmetric ones, so a public key is never taken for a shared secret.
 */
final class TrustedIssuer {

	private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
			JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256,
			JWSAlgorithm.ES384, JWSAlgorithm.ES512);

	private final IdentityProperties.Issuer settings;

	private final IssuerKeys keys;

	private final Set<String> secondFactors;

	private final NimbusReactiveJwtDecoder decoder;

	private final List<Network> networks;

	TrustedIssuer(IdentityProperties.Issuer settings, IdentityProperties all, IssuerKeys keys, Clock clock) {
		this.settings = settings;
		this.keys = keys;
		this.secondFactors = all.secondFactors();
		this.networks = settings.networks().stream().map(Network::parse).toList();
		this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
			.jwtProcessorCustomizer(TrustedIssuer::pin)
			.build();
		this.decoder.setJwtValidator(new TokenRules(settings, all.clockSkew(), clock));
	}

	private static void pin(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet()));
		processor.setJWSTypeVerifier(
				new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
	}

	String issuer() {
		return this.settings.issuer();
	}

	IssuerKeys keys() {
		return this.keys;
	}

	Mono<Jwt> decode(String token) {
		return this.decoder.decode(token);
	}

	Caller callerOf(Jwt token) {
		Map<String, Object> claims = token.getClaims();
		String team = Claims.first(Claims.at(claims, this.settings.teamClaim()));
		String application = Claims.first(claims.containsKey("azp") ? claims.get("azp") : claims.get("appid"));
		return new Caller(this.settings.issuer() + "|" + token.getSubject(),
				Claims.strings(Claims.at(claims, this.settings.rolesClaim())),
				(team != null) ? team : this.settings.defaultTeam(), application, null, null, List.of(), this.networks,
				hasSecondFactor(claims));
	}

	private boolean hasSecondFactor(Map<String, Object> claims) {
		return Claims.strings(claims.get("amr")).stream().anyMatch(this.secondFactors::contains)
				|| Claims.strings(claims.get("acr")).stream().anyMatch(this.secondFactors::contains);
	}

}
