package io.hilum.gateway.portal;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.hilum.gateway.identity.IdentityProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page is told before anybody is signed in. It is public: no secret is in it.
 *
 * @param authority where people sign in
 * @param entra whether that is Entra ID, or any other OpenID provider
 * @param clientId the id of the page there
 * @param scopes what it asks for
 * @param idleSeconds how long after the last key or pointer people are signed out
 * @param sessionSeconds how long after their sign-in in any case
 */
record SignIn(String authority, boolean entra, String clientId, List<String> scopes, long idleSeconds,
		long sessionSeconds) {

	private static final Set<String> ENTRA_HOSTS = Set.of("login.microsoftonline.com", "login.microsoftonline.us",
			"login.partner.microsoftonline.cn");

	private static final String ENTRA_VERSION = "/v2.0";

	static SignIn of(PortalProperties portal, IdentityProperties identity) {
		String said = portal.authority();
		String authority = (said != null) ? said : identity.issuers().getFirst().issuer();
		boolean entra = ENTRA_HOSTS.contains(String.valueOf(URI.create(authority).getHost()));
		if (entra && authority.endsWith(ENTRA_VERSION)) {
			authority = authority.substring(0, authority.length() - ENTRA_VERSION.length());
		}
		return new SignIn(authority, entra, portal.clientId(), portal.scopes(), portal.idleLogoff().toSeconds(),
				portal.maxSession().toSeconds());
	}

	/**
	 * The origin that the page may ask beside its own.
	 */
	String origin() {
		URI uri = URI.create(this.authority);
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	byte[] json() {
		return JsonMapper.shared().writeValueAsBytes(this);
	}

}
