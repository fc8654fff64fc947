package io.hilum.usage.directory.keycloak;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keycloak as the directory.
 *
 * @param url where it is; without it there is no directory
 * @param realm the realm of the people
 * @param clientId the client of this service, with a service account that may view and
 * manage users and manage clients of the realm
 * @param clientSecret its secret
 * @param audience the audience that tokens of created clients carry
 * @param connectTimeout how long a connection may take
 * @param timeout how long an answer may take
 * @param threads how many calls are under way at once
 * @param maxWaiting how many calls wait for a thread
 */
@ConfigurationProperties("hilum.directory.keycloak")
record KeycloakProperties(@DefaultValue("") String url, @DefaultValue("hilum") String realm,
		@DefaultValue("hilum-directory") String clientId, @DefaultValue("") String clientSecret,
		@DefaultValue("hilum-gateway") String audience, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("10s") Duration timeout, @DefaultValue("4") int threads, @DefaultValue("100") int maxWaiting) {

	boolean configured() {
		return !this.url.isBlank();
	}

	@Override
	public String toString() {
		return "KeycloakProperties[" + this.url + ", " + this.realm + ", " + this.clientId + "]";
	}

}
