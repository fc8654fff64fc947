package io.hilum.gateway.identity.kafka;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.HilumKey;
import io.hilum.gateway.identity.TemporaryRoles;
import io.hilum.gateway.policy.NamePattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code access-changed-v1} that concern keys and grants.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessChangedV1(String kind, String id, long version, boolean revoked, @Nullable String sha256,
		@Nullable String subject, @Nullable List<String> roles, @Nullable String team, @Nullable String application,
		@Nullable String purpose, @Nullable List<String> models, @Nullable List<String> networks,
		@Nullable Instant expiresAt, @Nullable Retiring retiring, @Nullable Instant changedAt) {

	boolean isKey() {
		return "key".equals(this.kind);
	}

	boolean isGrant() {
		return "grant".equals(this.kind);
	}

	TemporaryRoles.Grant toGrant() {
		if (this.subject == null || this.roles == null || this.expiresAt == null) {
			throw new IllegalArgumentException("a grant needs a subject, roles and an end");
		}
		return new TemporaryRoles.Grant(this.id, this.version, this.revoked, this.subject, this.roles, this.expiresAt);
	}

	/**
	 * The key. One of which it is not said what it may not do, may do nothing.
	 */
	HilumKey toKey() {
		if (this.revoked) {
			return new HilumKey(this.id, this.version, null);
		}
		if (this.sha256 == null || this.subject == null || this.roles == null || this.team == null
				|| this.models == null || this.models.isEmpty() || this.networks == null) {
			throw new IllegalArgumentException("a key needs a secret, an owner, roles, a team, models and networks");
		}
		return new HilumKey(this.id, this.version,
				new HilumKey.Grant(HexFormat.of().parseHex(this.sha256), this.subject, this.roles, this.team,
						this.application, (this.purpose != null) ? this.purpose : "unspecified",
						NamePattern.listOf(this.models), this.networks.stream().map(Network::parse).toList(),
						this.expiresAt, (this.retiring != null) ? this.retiring.toSecret() : null));
	}

	/**
	 * A secret that a key had before.
	 *
	 * @param sha256 the SHA-256 of the whole key as it was, in hex
	 * @param until until when it opens
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Retiring(String sha256, Instant until) {

		HilumKey.Retiring toSecret() {
			return new HilumKey.Retiring(HexFormat.of().parseHex(this.sha256), this.until);
		}

	}

}
