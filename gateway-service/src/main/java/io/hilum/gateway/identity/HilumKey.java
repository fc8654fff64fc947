package io.hilum.gateway.identity;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.policy.NamePattern;
import org.jspecify.annotations.Nullable;

/**
 * The present state of a Hilum key. The key itself is known to its owner alone.
 *
 * @param id the public part of the key
 * @param version grows with each change
 * @param grant what the key opens; {@code null} once it is revoked
 */
public record HilumKey(String id, long version, @Nullable Grant grant) {

	/**
	 * What a key opens.
	 *
	 * @param sha256 the SHA-256 of the whole key
	 * @param subject its owner
	 * @param roles its roles
	 * @param team the team that pays
	 * @param application the application it was made for
	 * @param purpose the purpose it was made for
	 * @param models the models it is restricted to
	 * @param networks where it may be used
	 * @param expiresAt until when it is valid; {@code null} = for ever
	 * @param retiring the secret before, as long as it opens too
	 */
	public record Grant(byte[] sha256, String subject, List<String> roles, String team, @Nullable String application,
			String purpose, List<NamePattern> models, List<Network> networks, @Nullable Instant expiresAt,
			@Nullable Retiring retiring) {

		Caller toCaller(String keyId) {
			return new Caller(this.subject, this.roles, this.team, this.application, keyId, this.purpose, this.models,
					this.networks, Assurance.OF_KEY, List.of());
		}

		boolean opensWith(byte[] digest, Instant time) {
			boolean present = MessageDigest.isEqual(digest, this.sha256);
			boolean before = this.retiring != null && MessageDigest.isEqual(digest, this.retiring.sha256())
					&& time.isBefore(this.retiring.until());
			return present | before;
		}

		boolean expiredAt(Instant time) {
			return this.expiresAt != null && !time.isBefore(this.expiresAt);
		}

	}

	/**
	 * A secret that a key had before.
	 *
	 * @param sha256 the SHA-256 of the whole key as it was
	 * @param until until when it opens
	 */
	public record Retiring(byte[] sha256, Instant until) {
	}

}
