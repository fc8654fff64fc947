package io.hilum.rag.seal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption at rest.
 *
 * @param master the master key, 32 bytes in Base64; without it the service does not start
 */
@ConfigurationProperties("hilum.encryption")
record SealProperties(@DefaultValue("") String master) {

	SealProperties {
		if (master.isBlank()) {
			throw new IllegalArgumentException(
					"hilum.encryption.master (HILUM_RAG_MASTER) is not set: documents are never stored unencrypted");
		}
	}

	@Override
	public String toString() {
		return "SealProperties[REDACTED]";
	}

}
