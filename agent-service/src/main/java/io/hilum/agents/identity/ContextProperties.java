package io.hilum.agents.identity;

import java.util.Base64;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret that this service and the gateway share.
 *
 * @param gatewayKey the key in Base64; that of the way back follows from it
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(String gatewayKey) {

	ContextProperties {
		if (gatewayKey == null || gatewayKey.isBlank()) {
			throw new IllegalArgumentException(
					"hilum.context.gateway-key (HILUM_CONTEXT_KEY_GATEWAY_AGENT) is not set: "
							+ "without the key shared with the gateway nobody can be believed");
		}
	}

	ContextKey accept() {
		return ContextKey.parse(this.gatewayKey);
	}

	ContextKey issue(String issuer, String audience) {
		return ContextKey.parse(ContextKey.derive(this.gatewayKey, issuer, audience));
	}

	/** A secret of this service that all its replicas share. */
	byte[] secret(String issuer, String purpose) {
		return Base64.getDecoder().decode(ContextKey.derive(this.gatewayKey, issuer, purpose));
	}

	@Override
	public String toString() {
		return "ContextProperties[REDACTED]";
	}

}
