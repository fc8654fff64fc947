package io.hilum.gateway.identity.jwt;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.IdentityProperties;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a token how somebody signed in: {@code amr} and {@code acr} of OpenID
 * Connect, {@code acrs} of Entra ID (the authentication contexts of conditional access)
 * and {@code auth_time}.
 */
final class SignIns {

	private static final Set<String> ENTRA_HOSTS = Set.of("login.microsoftonline.com", "sts.windows.net",
			"login.microsoftonline.us", "login.partner.microsoftonline.cn");

	private final Set<String> secondFactors;

	private final Assurance.StepUp stepUp;

	private final @Nullable String secondFactorContext;

	SignIns(IdentityProperties.Issuer issuer, Set<String> secondFactors) {
		this.secondFactors = secondFactors;
		this.secondFactorContext = issuer.secondFactorContext();
		this.stepUp = new Assurance.StepUp(asClaims(issuer), issuer.secondFactorContext());
	}

	private static boolean asClaims(IdentityProperties.Issuer issuer) {
		Boolean said = issuer.claimsChallenge();
		String host = URI.create(issuer.issuer()).getHost();
		return (said != null) ? said : host != null && ENTRA_HOSTS.contains(host);
	}

	Assurance of(Map<String, Object> claims) {
		Set<String> contexts = new LinkedHashSet<>(Claims.strings(claims.get("acr")));
		contexts.addAll(Claims.strings(claims.get("acrs")));
		boolean factor = hasSecondFactor(contexts) || hasSecondFactor(Claims.strings(claims.get("amr")))
				|| (this.secondFactorContext != null && contexts.contains(this.secondFactorContext));
		return new Assurance(factor, contexts, instant(claims.get("auth_time")),
				Workload.isPerson(claims) ? this.stepUp : null);
	}

	private boolean hasSecondFactor(Collection<String> values) {
		return values.stream().anyMatch(this.secondFactors::contains);
	}

	private static @Nullable Instant instant(@Nullable Object value) {
		return switch (value) {
			case Instant time -> time;
			case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
			case null, default -> null;
		};
	}

}
