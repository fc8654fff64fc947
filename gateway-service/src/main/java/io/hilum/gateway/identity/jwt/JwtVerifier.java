package io.hilum.gateway.identity.jwt;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.SignedJWT;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.TokenVerifier;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies tokens of several issuers. A token that was verified is remembered by the
 * digest of all of it until it expires, so that its signature is computed once and not
 * for each request.
 */
final class JwtVerifier implements TokenVerifier {

	private final Map<String, TrustedIssuer> issuers;

	private final Cache<TokenDigest, Verified> verified;

	private final int maxLength;

	private final Clock clock;

	JwtVerifier(List<TrustedIssuer> issuers, Cache<TokenDigest, Verified> verified, int maxLength, Clock clock) {
		this.issuers = issuers.stream().collect(Collectors.toMap(TrustedIssuer::issuer, Function.identity()));
		this.verified = verified;
		this.maxLength = maxLength;
		this.clock = clock;
	}

	static Cache<TokenDigest, Verified> cache(int size, Clock clock) {
		return Caffeine.newBuilder()
			.maximumSize(size)
			.expireAfter(Expiry
				.<TokenDigest, Verified>creating((digest, token) -> Duration.between(clock.instant(), token.expires())))
			.build();
	}

	@Override
	public Mono<Caller> verify(String token) {
		if (token.length() > this.maxLength) {
			return Mono.error(refused("token_too_long"));
		}
		TokenDigest digest = TokenDigest.of(token);
		Verified known = this.verified.getIfPresent(digest);
		if (known != null && this.clock.instant().isBefore(known.expires())) {
			return Mono.just(known.caller());
		}
		TrustedIssuer issuer = issuerOf(token);
		if (issuer == null) {
			return Mono.error(refused("token_of_unknown_issuer"));
		}
		return issuer.decode(token)
			.flatMap((jwt) -> issuer.callerOf(jwt).map((caller) -> remember(digest, jwt, caller)))
			.onErrorMap((ex) -> !(ex instanceof ProblemException), JwtVerifier::refusal);
	}

	private Caller remember(TokenDigest digest, Jwt token, Caller caller) {
		Instant expires = token.getExpiresAt();
		if (expires != null && expires.isAfter(this.clock.instant())) {
			this.verified.put(digest, new Verified(caller, expires));
		}
		return caller;
	}

	private @Nullable TrustedIssuer issuerOf(String token) {
		try {
			String issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
			return (issuer != null) ? this.issuers.get(issuer) : null;
		}
		catch (ParseException | RuntimeException ex) {
			return null;
		}
	}

	private static Throwable refusal(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException problem) {
				return problem;
			}
		}
		if (thrown instanceof JwtValidationException invalid) {
			return refused(
					invalid.getErrors().stream().map(OAuth2Error::getErrorCode).findFirst().orElse("token_invalid"));
		}
		return refused("token_signature_invalid");
	}

	private static ProblemException refused(String reason) {
		String code = "token_expired".equals(reason) ? reason : "invalid_token";
		String message = "token_expired".equals(reason) ? "The token has expired. Sign in again"
				: "The token is not valid for this gateway: issuer, audience or signature is not what it expects";
		return new GatewayProblem.Unauthenticated(code, message, reason).asException();
	}

	/**
	 * A token that was verified.
	 *
	 * @param caller whom it stands for
	 * @param expires until when
	 */
	record Verified(Caller caller, Instant expires) {
	}

}
