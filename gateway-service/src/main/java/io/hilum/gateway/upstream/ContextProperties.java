package io.hilum.gateway.upstream;

import java.util.Base64;
import java.util.Map;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of the signed context.
 *
 * @param issue the key shared with each service that is called, in Base64
 */
@ConfigurationProperties("hilum.context")
public record ContextProperties(@DefaultValue Map<String, String> issue) {

	public ContextProperties {
		issue.forEach((audience, key) -> {
			if (key == null || key.isBlank()) {
				throw new IllegalArgumentException("hilum.context.issue." + audience + " is empty: the gateway and "
						+ audience + " need a shared key of 32 bytes in Base64");
			}
		});
	}

	/**
	 * Derive a secret of this gateway that all its replicas share. It changes when the
	 * key shared with phi-scrubber-service changes.
	 * @param purpose what the secret is for
	 * @return 32 bytes
	 */
	public byte[] secret(String purpose) {
		String key = this.issue.get(Services.PHI_SCRUBBER);
		if (key == null) {
			throw new IllegalStateException("hilum.context.issue." + Services.PHI_SCRUBBER + " is missing");
		}
		return Base64.getDecoder().decode(ContextKey.derive(key, "gateway-service", purpose));
	}

}
