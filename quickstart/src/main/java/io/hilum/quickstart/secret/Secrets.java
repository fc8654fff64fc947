package io.hilum.quickstart.secret;

import java.util.Map;

import io.hilum.trust.context.ContextKey;

/**
 * The secrets of one installation.
 *
 * @param contextMaster what the keys between services are derived from
 * @param pseudonymMaster what pseudonyms are derived from
 * @param ragMaster what documents are encrypted under
 * @param postgresPassword of the database user
 * @param keycloakPassword of Keycloak's own administrator
 * @param passwords of the four people, by role
 * @param keys for programs, by role
 */
public record Secrets(String contextMaster, String pseudonymMaster, String ragMaster, String postgresPassword,
		String keycloakPassword, Map<String, String> passwords, Map<String, HilumKey> keys) {

	/**
	 * The password of a person.
	 * @param person who
	 * @return their password
	 */
	public String passwordOf(Person person) {
		return this.passwords.getOrDefault(person.role(), "");
	}

	/**
	 * The secret by which usage-service administers people, drawn from the same seed as
	 * the keys between services.
	 * @return the secret
	 */
	public String directorySecret() {
		// Keycloak decodes the secret of a basic login as a form (RFC 6749, 2.3.1), where
		// a plus sign is a blank.
		return ContextKey.derive(this.contextMaster, "usage-service", "directory").replace('+', '-').replace('/', '_');
	}

	@Override
	public String toString() {
		return "Secrets[REDACTED]";
	}

}
