package io.hilum.usage.account;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of accounts, and keys that the installation begins with.
 *
 * @param maxKeysPerSubject how many keys that are not revoked one subject may have
 * @param registeredOnly whether keys are issued only to teams and applications that are
 * set here, not to those that only tokens name
 * @param defaultOverlap how long the secret before opens after a rotation that does not
 * say how long
 * @param maxOverlap how long it may open at most
 * @param bootstrapKeys keys that are issued at start unless they are there
 */
@ConfigurationProperties("hilum.accounts")
public record AccountProperties(@DefaultValue("100") int maxKeysPerSubject,
		@DefaultValue("false") boolean registeredOnly, @DefaultValue("24h") Duration defaultOverlap,
		@DefaultValue("7d") Duration maxOverlap, @DefaultValue List<BootstrapKey> bootstrapKeys) {

	/**
	 * A key that the installation begins with.
	 *
	 * @param id the id, 6 to 12 characters of a to z and 0 to 9
	 * @param sha256 SHA-256 of the whole key in hex
	 * @param name what to call it
	 * @param subject for whom it speaks
	 * @param roles the roles it has
	 * @param team the team that pays
	 * @param application the application it belongs to
	 * @param purpose the purpose of use
	 * @param models patterns of models it may use
	 * @param networks networks in CIDR form it may be used from
	 */
	public record BootstrapKey(String id, String sha256, String name, String subject, List<String> roles, String team,
			@Nullable String application, @DefaultValue("operations") String purpose,
			@DefaultValue("*") List<String> models, @DefaultValue List<String> networks) {

		public BootstrapKey {
			if (!id.matches("[a-z0-9]{6,12}") || !sha256.matches("[0-9a-f]{64}")) {
				throw new IllegalArgumentException("hilum.accounts.bootstrap-keys: key " + id
						+ " needs an id of 6 to 12 characters a-z, 0-9 and a SHA-256 of 64 hex digits");
			}
		}

	}

}
