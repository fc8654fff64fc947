package io.hilum.rag.seal;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption at rest.
 *
 * @param master the master key, 32 bytes in Base64; without it the service does not start
 * @param otherMasters keys that unwrap beside it while it is being rotated: first the one
 * to come, then the one before
 */
@ConfigurationProperties("hilum.encryption")
record SealProperties(@DefaultValue("") String master, @DefaultValue List<String> otherMasters) {

	SealProperties {
		if (master.isBlank()) {
			throw new IllegalArgumentException(
					"hilum.encryption.master (HILUM_RAG_MASTER) is not set: documents are never stored unencrypted");
		}
		otherMasters = otherMasters.stream().filter((other) -> !other.isBlank()).toList();
	}

	@Override
	public String toString() {
		return "SealProperties[REDACTED]";
	}

}
