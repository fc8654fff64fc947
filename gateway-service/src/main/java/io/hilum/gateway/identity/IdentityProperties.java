package io.hilum.gateway.identity;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may say who somebody is.
 *
 * @param issuers the trusted issuers, at least one
 * @param clockSkew how far the clock of an issuer may be off
 * @param maxTokenLength the longest token that is looked at, in characters
 * @param verifiedTokens how many verified tokens are remembered until they expire
 * @param keySetRefresh how often the keys of an issuer are fetched anew
 * @param keySetMinInterval how long after one fetch of an issuer's keys the next may
 * follow, however many unknown key ids arrive
 * @param keySetFirstInterval the same while an issuer has no keys that may be used
 * @param keySetMaxSize how large the keys of an issuer, or what says where they are, may
 * be
 * @param keySetMaxAge how old the keys of an issuer may be: so long its tokens are
 * believed while it does not answer
 * @param keySetTimeout how long a fetch may take
 * @param secondFactors values of {@code amr} or {@code acr} that prove a second factor
 * @param refusalBurst how many refused logins are audited at once before the rate applies
 * @param refusalsPerSecond how many refused logins per second are audited; the meter
 * counts all of them
 * @param maxActors how many who act on behalf of each other are read of a token, the
 * nearest first
 */
@ConfigurationProperties("hilum.identity")
public record IdentityProperties(@DefaultValue List<Issuer> issuers, @DefaultValue("10s") Duration clockSkew,
		@DefaultValue("8192") int maxTokenLength, @DefaultValue("10000") int verifiedTokens,
		@DefaultValue("10m") Duration keySetRefresh, @DefaultValue("30s") Duration keySetMinInterval,
		@DefaultValue("1s") Duration keySetFirstInterval, @DefaultValue("512KB") DataSize keySetMaxSize,
		@DefaultValue("24h") Duration keySetMaxAge, @DefaultValue("3s") Duration keySetTimeout, @DefaultValue( {
				"mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "pop", "possessionorinherence", "phrh",
				"phr" }) Set<String> secondFactors,
		@DefaultValue("1000") int refusalBurst, @DefaultValue("100") int refusalsPerSecond,
		@DefaultValue("8") int maxActors){

	public IdentityProperties {
		if (keySetMaxAge.compareTo(keySetRefresh) <= 0) {
			throw new IllegalArgumentException("hilum.identity.key-set-max-age must be longer than key-set-refresh");
		}
		if (issuers.isEmpty()) {
			throw new IllegalArgumentException("hilum.identity.issuers must name at least one issuer");
		}
		Set<String> names = new HashSet<>();
		issuers.forEach((issuer) -> {
			if (!names.add(issuer.issuer())) {
				throw new IllegalArgumentException("issuer " + issuer.issuer() + " is named twice");
			}
		});
	}

	/**
	 * A trusted issuer.
	 *
	 * @param issuer the exact {@code iss} of its tokens (HILUM_OIDC_ISSUER)
	 * @param audience the {@code aud} that its tokens must name (HILUM_OIDC_AUDIENCE)
	 * @param jwksUri where its keys are; found by OpenID discovery if it is not given
	 * @param subjectClaim the claim that names the person or workload; {@code oid} of
	 * Entra ID is the same in all applications of a tenant, its {@code sub} is not
	 * @param rolesClaim the path of the claim that carries roles
	 * @param groupsClaim the path of the claim that carries groups
	 * @param teamClaim the path of the claim that carries the team
	 * @param defaultTeam the team of a token without one
	 * @param memberships what its roles, groups and applications are here; empty = its
	 * roles are roles of the catalogue by the same name
	 * @param networks where its tokens may be used (CIDR); empty = anywhere
	 * @param secondFactorContext the authentication context ({@code acr} or {@code acrs})
	 * that it gives after a second factor, and that is asked for where one is missing
	 * @param claimsChallenge whether its clients understand Entra ID's claims challenge;
	 * {@code null} = as its address says
	 * @param graph where groups are asked for that a token does not list; {@code null} =
	 * such a token is refused
	 */
	public record Issuer(String issuer, String audience, @Nullable String jwksUri,
			@DefaultValue("sub") String subjectClaim, @DefaultValue("realm_access.roles") String rolesClaim,
			@DefaultValue("groups") String groupsClaim, @DefaultValue("team") String teamClaim,
			@DefaultValue("unassigned") String defaultTeam, @DefaultValue List<Membership> memberships,
			@DefaultValue List<String> networks, @Nullable String secondFactorContext,
			@Nullable Boolean claimsChallenge, @Nullable GraphAccess graph) {

		public Issuer {
			if (issuer == null || issuer.isBlank()) {
				throw new IllegalArgumentException(
						"an issuer of hilum.identity.issuers has no 'issuer' (HILUM_OIDC_ISSUER)");
			}
			if (audience == null || audience.isBlank()) {
				throw new IllegalArgumentException("issuer " + issuer + " has no 'audience' (HILUM_OIDC_AUDIENCE):"
						+ " tokens for other applications would open this gateway");
			}
			jwksUri = (jwksUri == null || jwksUri.isBlank()) ? null : jwksUri;
		}

	}

}
