package io.hilum.portal.seal;

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
 * @param maxKeys how many keys of people and teams are kept open at most
 * @param keptFor how long each is kept open: so long a vault may be away
 * @param threads how many threads seal and open texts
 * @param queue how many texts wait for them at most
 */
@ConfigurationProperties("hilum.encryption")
record SealProperties(@DefaultValue VaultProperties vault, @DefaultValue("") String keyFile,
		@DefaultValue("") String master, @DefaultValue List<String> otherMasters, @DefaultValue("10000") int maxKeys,
		@DefaultValue("5m") Duration keptFor, @DefaultValue("4") int threads,
		@DefaultValue("10000") int queue) implements KeySources {

	SealProperties {
		vault = vault.orKey("hilum-portal");
		otherMasters = KeySources.set(otherMasters);
		KeySources.require(vault, keyFile, master, "HILUM_PORTAL", "conversations");
	}

	@Override
	public String toString() {
		return "SealProperties[REDACTED]";
	}

}
