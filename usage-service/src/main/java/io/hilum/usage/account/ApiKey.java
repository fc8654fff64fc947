package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A key without its secret: for whom it speaks and how narrow it is.
 *
 * @param id the id, the middle part of the key itself
 * @param sha256 SHA-256 of the whole key in hex; never shown
 * @param name what its owner calls it
 * @param subject for whom it speaks
 * @param roles the roles it has
 * @param team the team that pays
 * @param application the application it belongs to
 * @param purpose the purpose of use
 * @param models patterns of models it may use
 * @param networks networks in CIDR form it may be used from, any if empty
 * @param expiresAt when it ends
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param revokedAt when it was revoked
 * @param retiring its secret before, as long as that opens too
 */
public record ApiKey(String id, String sha256, String name, String subject, List<String> roles, String team,
		@Nullable String application, String purpose, List<String> models, List<String> networks,
		@Nullable Instant expiresAt, Instant createdAt, String createdBy, @Nullable Instant revokedAt,
		@Nullable Retiring retiring) {

	public ApiKey {
		roles = List.copyOf(roles);
		models = List.copyOf(models);
		networks = List.copyOf(networks);
	}

	/**
	 * Whether the key may not be used any more.
	 * @return {@code true} once it was revoked
	 */
	public boolean revoked() {
		return this.revokedAt != null;
	}

	/**
	 * The same key with another secret.
	 * @param next SHA-256 of the whole new key in hex
	 * @param before the secret that retires, {@code null} if it opens nothing any more
	 * @return the key
	 */
	ApiKey rotated(String next, @Nullable Retiring before) {
		return new ApiKey(this.id, next, this.name, this.subject, this.roles, this.team, this.application, this.purpose,
				this.models, this.networks, this.expiresAt, this.createdAt, this.createdBy, this.revokedAt, before);
	}

	@Override
	public String toString() {
		return "ApiKey[" + this.id + "]";
	}

	/**
	 * The same key for other models.
	 * @param others patterns of models
	 * @return the key
	 */
	public ApiKey withModels(List<String> others) {
		return new ApiKey(this.id, this.sha256, this.name, this.subject, this.roles, this.team, this.application,
				this.purpose, others, this.networks, this.expiresAt, this.createdAt, this.createdBy, this.revokedAt,
				this.retiring);
	}

}
