package io.hilum.gateway.identity.kafka;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.HilumKey;
import io.hilum.gateway.policy.NamePattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code access-changed-v1} that concern keys.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessChangedV1(String kind, String id, long version, boolean revoked, @Nullable String sha256,
		@Nullable String subject, @Nullable List<String> roles, @Nullable String team, @Nullable String application,
		@Nullable String purpose, @Nullable List<String> models, @Nullable List<String> networks,
		@Nullable Instant expiresAt) {

	boolean isKey() {
		return "key".equals(this.kind);
	}

	HilumKey toKey() {
		if (this.revoked || this.sha256 == null || this.subject == null || this.roles == null || this.team == null) {
			return new HilumKey(this.id, this.version, null);
		}
		return new HilumKey(this.id, this.version,
				new HilumKey.Grant(HexFormat.of().parseHex(this.sha256), this.subject, this.roles, this.team,
						this.application, (this.purpose != null) ? this.purpose : "unspecified",
						NamePattern.listOf(orEmpty(this.models)),
						orEmpty(this.networks).stream().map(Network::parse).toList(), this.expiresAt));
	}

	private static List<String> orEmpty(@Nullable List<String> list) {
		return (list != null) ? list : List.of();
	}

}
