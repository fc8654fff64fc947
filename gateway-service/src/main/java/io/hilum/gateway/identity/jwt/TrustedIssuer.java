package io.hilum.gateway.identity.jwt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEProcessorConfiguration;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.GroupSource;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;
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

	/** What ledger and audit take: anything else would be lost there. */
	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,512}");

	private final IdentityProperties.Issuer settings;

	private final IssuerKeys keys;

	private final NimbusReactiveJwtDecoder decoder;

	private final List<Network> networks;

	private final Memberships memberships;

	private final TokenGroups groups;

	private final SignIns signIns;

	private final int maxActors;

	TrustedIssuer(IdentityProperties.Issuer settings, IdentityProperties all, IssuerKeys keys,
			@Nullable GroupSource groupSource, Clock clock) {
		this.settings = settings;
		this.keys = keys;
		this.memberships = new Memberships(settings.memberships());
		this.groups = new TokenGroups(settings.groupsClaim(), this.memberships.groups(), groupSource);
		this.signIns = new SignIns(settings, all.secondFactors());
		this.maxActors = all.maxActors();
		this.networks = settings.networks().stream().map(Network::parse).toList();
		this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
			.jwtProcessorCustomizer(TrustedIssuer::pin)
			.build();
		this.decoder.setJwtValidator(new TokenRules(settings, all.clockSkew(), clock));
	}

	static void pin(JOSEProcessorConfiguration<JWKSecurityContext> processor) {
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

	/**
	 * The caller that a verified token stands for.
	 * @param token the token
	 * @return the caller; a problem if it cannot be known what the token opens
	 */
	Mono<Caller> callerOf(Jwt token) {
		return this.groups.of(token.getClaims()).map((groups) -> callerOf(token.getClaims(), groups));
	}

	private Caller callerOf(Map<String, Object> claims, Set<String> groups) {
		List<String> roles = Claims.strings(Claims.at(claims, this.settings.rolesClaim()))
			.stream()
			.filter((role) -> NAME.matcher(role).matches())
			.toList();
		Memberships.Standing standing = this.memberships.of(roles, groups, Workload.alone(claims));
		String named = Claims.first(Claims.at(claims, this.settings.teamClaim()));
		String team = (named != null) ? named : standing.team();
		String application = Workload.application(claims);
		return new Caller(name(this.settings.issuer() + "|" + Claims.first(claims.get(this.settings.subjectClaim()))),
				standing.roles(), name((team != null) ? team : this.settings.defaultTeam()),
				(application != null) ? name(application) : null, null, null, List.of(), this.networks,
				this.signIns.of(claims),
				Workload.actors(claims, this.maxActors).stream().map(TrustedIssuer::name).toList());
	}

	private static String name(String value) {
		if (!NAME.matcher(value).matches()) {
			throw new GatewayProblem.Unauthenticated("invalid_token",
					"The token names the caller, the team or an application by more than 512 characters, or not by text",
					"token_name_malformed")
				.asException();
		}
		return value;
	}

}
