package io.hilum.rag.seal;

import java.time.Duration;
import java.util.List;

import io.hilum.trust.seal.spring.KeySources;
import io.hilum.trust.seal.spring.VaultProperties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption at rest.
 *
 * @param vault a key in a vault
 * @param keyFile a file of keys, one in each line: a name and 32 bytes in Base64; or
 * empty
 * @param master the master key, 32 bytes in Base64; or empty
 * @param otherMasters keys that unwrap beside it while it is being rotated
 * @param maxKeys how many keys of collections are kept open at most
 * @param keptFor how long each is kept open: so long a vault may be away, and a deleted
 * key lives on in a replica
 */
@ConfigurationProperties("hilum.encryption")
record SealProperties(@DefaultValue VaultProperties vault, @DefaultValue("") String keyFile,
		@DefaultValue("") String master, @DefaultValue List<String> otherMasters, @DefaultValue("1000") int maxKeys,
		@DefaultValue("5m") Duration keptFor) implements KeySources {

	SealProperties {
		vault = vault.orKey("hilum-rag");
		otherMasters = KeySources.set(otherMasters);
		KeySources.require(vault, keyFile, master, "HILUM_RAG", "documents");
	}

	@Override
	public String toString() {
		return "SealProperties[REDACTED]";
	}

}
