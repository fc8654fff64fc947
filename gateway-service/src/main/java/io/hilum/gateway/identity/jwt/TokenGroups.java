package io.hilum.gateway.identity.jwt;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.identity.GroupSource;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The groups of a token. Entra ID leaves them out where there are too many and says so
 * ({@code hasgroups}, or {@code groups} in {@code _claim_names}, "Groups overage claim").
 * Then they are asked for, where Graph is configured and never where the token says; or
 * the token is refused, since nobody could tell what it stands for.
 */
final class TokenGroups {

	private final String claim;

	private final List<String> ofInterest;

	private final @Nullable GroupSource source;

	TokenGroups(String claim, List<String> ofInterest, @Nullable GroupSource source) {
		this.claim = claim;
		this.ofInterest = List.copyOf(ofInterest);
		this.source = source;
	}

	Mono<Set<String>> of(Map<String, Object> claims) {
		if (this.ofInterest.isEmpty()) {
			return Mono.just(Set.of());
		}
		if (!isOverage(claims)) {
			return Mono.just(Set.copyOf(Claims.list(Claims.at(claims, this.claim))));
		}
		String member = Claims.first(claims.get("oid"));
		if (this.source == null || member == null) {
			return Mono.error(new GatewayProblem.Forbidden("groups_not_in_token",
					"You are in more groups than your token can list, and this gateway does not ask for them elsewhere."
							+ " An administrator can give you an app role, or let the token list only the groups of this application")
				.asException());
		}
		return this.source.groupsOf(member, this.ofInterest);
	}

	private boolean isOverage(Map<String, Object> claims) {
		return "true".equals(String.valueOf(claims.get("hasgroups")))
				|| (claims.get("_claim_names") instanceof Map<?, ?> elsewhere && elsewhere.containsKey(this.claim));
	}

}
