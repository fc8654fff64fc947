package io.hilum.quickstart.record;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Lets in who has a token of Keycloak that is for records: clinicians and billing staff
 * read, clinicians file.
 */
@Interceptor
public final class Door {

	/** What tokens are for. */
	private static final String AUDIENCE = "hilum-record";

	private static final Set<String> READERS = Set.of("Clinician", "Billing");

	private static final Set<String> WRITERS = Set.of("Clinician");

	private static final String BEARER = "Bearer ";

	private final NimbusJwtDecoder decoder;

	Door(URI issuer) {
		this.decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/protocol/openid-connect/certs").build();
		this.decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer.toString()),
						new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
								(audience) -> audience != null && audience.contains(AUDIENCE))));
	}

	/**
	 * Check the token of a request.
	 * @param request the request
	 */
	@Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
	public void check(RequestDetails request) {
		if (request.getRestOperationType() == RestOperationTypeEnum.METADATA) {
			return;
		}
		Set<String> allowed = (request.getRequestType() == RequestTypeEnum.GET) ? READERS : WRITERS;
		if (rolesOf(request.getHeader("Authorization")).stream().noneMatch(allowed::contains)) {
			throw new ForbiddenOperationException("This is not for your role");
		}
	}

	private List<String> rolesOf(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)) {
			throw new AuthenticationException("A token is missing");
		}
		try {
			Jwt token = this.decoder.decode(authorization.substring(BEARER.length()));
			Map<String, Object> access = token.getClaimAsMap("realm_access");
			return (access != null && access.get("roles") instanceof List<?> roles)
					? roles.stream().map(String::valueOf).toList() : List.of();
		}
		catch (JwtException ex) {
			throw new AuthenticationException("The token is not valid here");
		}
	}

}
