package io.hilum.gateway.identity.jwt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The programs in a token: which one it was issued to, whether that one signed in by
 * itself, and on whose behalf others act. Pure.
 */
final class Workload {

	private Workload() {
	}

	/**
	 * The client that a token was issued to: {@code azp} of OpenID and of Entra ID's v2
	 * tokens, {@code appid} of its v1 tokens, {@code client_id} of RFC 9068.
	 */
	static @Nullable String application(Map<String, Object> claims) {
		for (String claim : List.of("azp", "appid", "client_id")) {
			String named = Claims.first(claims.get(claim));
			if (named != null) {
				return named;
			}
		}
		return null;
	}

	/**
	 * The client if it signed in by itself (client credentials): {@code idtyp} of Entra
	 * ID says so, or that nobody delegated anything and subject and object are the
	 * program itself; Keycloak's service accounts carry {@code client_id} and their name.
	 */
	static @Nullable String alone(Map<String, Object> claims) {
		return isAlone(claims) ? application(claims) : null;
	}

	private static boolean isAlone(Map<String, Object> claims) {
		Object kind = claims.get("idtyp");
		if (kind != null) {
			return "app".equals(kind);
		}
		if (isServiceAccount(claims)) {
			return claims.containsKey("client_id");
		}
		return claims.containsKey("tid") && !claims.containsKey("scp") && claims.containsKey("oid")
				&& claims.get("oid").equals(claims.get("sub"));
	}

	private static boolean isServiceAccount(Map<String, Object> claims) {
		return claims.get("preferred_username") instanceof String name && name.startsWith("service-account-");
	}

	/**
	 * Whether nothing says that the subject is a program: nor that its subject is the
	 * client itself (RFC 9068, section 2.2), nor that it was granted by client
	 * credentials ({@code gty} of Auth0).
	 */
	static boolean isPerson(Map<String, Object> claims) {
		Object subject = claims.get("sub");
		return !isAlone(claims) && !isServiceAccount(claims) && subject != null && !subject.equals(application(claims))
				&& !"client-credentials".equals(claims.get("gty"));
	}

	/**
	 * Who acts on behalf of the subject, the nearest first ({@code act} of RFC 8693,
	 * section 4.1).
	 * @param claims the claims of a token
	 * @param most how many are read at most
	 */
	static List<String> actors(Map<String, Object> claims, int most) {
		List<String> actors = new ArrayList<>();
		Object actor = claims.get("act");
		while (actor instanceof Map<?, ?> one && actors.size() < most) {
			String name = Claims.first(one.get("sub"));
			name = (name != null) ? name : Claims.first(one.get("client_id"));
			if (name != null) {
				actors.add(name);
			}
			actor = one.get("act");
		}
		return actors;
	}

}
