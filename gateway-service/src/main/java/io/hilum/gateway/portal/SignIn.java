package io.hilum.gateway.portal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.gateway.identity.IdentityProperties;
import org.jspecify.annotations.Nullable;
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
 * @param record where records are opened, if they are
 */
record SignIn(String authority, boolean entra, String clientId, List<String> scopes, long idleSeconds,
		long sessionSeconds, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RecordSystem record) {

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
				portal.maxSession().toSeconds(), portal.record().orNone());
	}

	/**
	 * The origins that the page may ask beside its own.
	 */
	Set<String> origins() {
		Set<String> origins = new LinkedHashSet<>(Set.of(origin(this.authority)));
		if (this.record != null) {
			origins.addAll(this.record.origins());
		}
		return origins;
	}

	static String origin(String address) {
		URI uri = URI.create(address);
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	byte[] json() {
		return JsonMapper.shared().writeValueAsBytes(this);
	}

}
