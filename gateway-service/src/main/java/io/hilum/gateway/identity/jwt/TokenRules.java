package io.hilum.gateway.identity.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.hilum.gateway.identity.IdentityProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The conditions on a token whose signature is right (RFC 8725): issuer, audience, times
 * and that it is an access token. Keycloak says so in the claim {@code typ}; tokens of
 * other providers must name the client they were issued to or what they are good for, as
 * those of Entra ID do and its ID tokens do not, and nothing that only ID tokens have.
 */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

	private static final Set<String> ID_TOKEN_CLAIMS = Set.of("at_hash", "c_hash", "nonce");

	private static final Set<String> ACCESS_TOKEN_CLAIMS = Set.of("azp", "appid", "client_id", "scp", "scope");

	private final IdentityProperties.Issuer trusted;

	private final Duration skew;

	private final Clock clock;

	TokenRules(IdentityProperties.Issuer trusted, Duration skew, Clock clock) {
		this.trusted = trusted;
		this.skew = skew;
		this.clock = clock;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		String fault = fault(token);
		return (fault == null) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error(fault));
	}

	private @Nullable String fault(Jwt token) {
		if (!this.trusted.issuer().equals(token.getClaimAsString("iss"))) {
			return "token_of_other_issuer";
		}
		List<String> audience = token.getAudience();
		if (audience == null || !audience.contains(this.trusted.audience())) {
			return "token_for_other_audience";
		}
		if (Claims.first(token.getClaims().get(this.trusted.subjectClaim())) == null) {
			return "token_without_subject";
		}
		return isAccessToken(token) ? timeFault(token) : "token_of_other_kind";
	}

	private static boolean isAccessToken(Jwt token) {
		Object type = token.getClaims().get("typ");
		if (type != null) {
			return "Bearer".equals(type);
		}
		boolean saysSo = "at+jwt".equals(token.getHeaders().get("typ"))
				|| ACCESS_TOKEN_CLAIMS.stream().anyMatch(token::hasClaim);
		return saysSo && ID_TOKEN_CLAIMS.stream().noneMatch(token::hasClaim);
	}

	private @Nullable String timeFault(Jwt token) {
		Instant now = this.clock.instant();
		Instant expires = token.getExpiresAt();
		if (expires == null) {
			return "token_without_expiry";
		}
		if (!now.minus(this.skew).isBefore(expires)) {
			return "token_expired";
		}
		Instant notBefore = token.getNotBefore();
		return (notBefore != null && now.plus(this.skew).isBefore(notBefore)) ? "token_not_yet_valid" : null;
	}

}
