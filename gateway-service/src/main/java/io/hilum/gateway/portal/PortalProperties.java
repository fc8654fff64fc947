package io.hilum.gateway.portal;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal.
 *
 * @param enabled whether it is served, where the build packed it
 * @param authority where people sign in (HILUM_PORTAL_AUTHORITY); the first trusted
 * issuer if it is not given
 * @param clientId the id of the page at the identity provider (HILUM_PORTAL_CLIENT)
 * @param scopes what the page asks for, so that its tokens are for the gateway
 * (HILUM_PORTAL_SCOPES)
 * @param idleLogoff how long after the last key or pointer people are signed out, at most
 * 30 minutes
 * @param maxSession how long after their sign-in people are signed out in any case
 * @param record the record system whose patients people open for agents
 */
@ConfigurationProperties("hilum.portal")
record PortalProperties(@DefaultValue("true") boolean enabled, @Nullable String authority,
		@DefaultValue("hilum-portal") String clientId, @DefaultValue( {
				"openid", "profile" }) List<String> scopes,
		@DefaultValue("15m") Duration idleLogoff, @DefaultValue("12h") Duration maxSession,
		@DefaultValue RecordSystem record){

	private static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

	PortalProperties {
		authority = (authority == null || authority.isBlank()) ? null : authority;
		if (!idleLogoff.isPositive() || idleLogoff.compareTo(LONGEST_IDLE) > 0) {
			throw new IllegalArgumentException("hilum.portal.idle-logoff must be more than nothing and at most "
					+ LONGEST_IDLE.toMinutes() + " minutes");
		}
		if (maxSession.compareTo(idleLogoff) < 0) {
			throw new IllegalArgumentException("hilum.portal.max-session must not be shorter than idle-logoff");
		}
	}

}
