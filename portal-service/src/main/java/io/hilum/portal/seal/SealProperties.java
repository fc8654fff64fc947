package io.hilum.portal.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption at rest. What wraps is the key of the vault, or else the first one of the
 * file, or else the master key; without any the service does not start. What is not the
 * first of them goes on unwrapping what it wrapped.
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
		@DefaultValue("5m") Duration keptFor, @DefaultValue("4") int threads, @DefaultValue("10000") int queue) {

	SealProperties {
		otherMasters = otherMasters.stream().filter((other) -> !other.isBlank()).toList();
		if (!vault.isSet() && keyFile.isBlank() && master.isBlank()) {
			throw new IllegalArgumentException("none of hilum.encryption.vault.url (HILUM_PORTAL_VAULT), key-file "
					+ "(HILUM_PORTAL_KEY_FILE) and master (HILUM_PORTAL_MASTER) is set: conversations are never stored unencrypted");
		}
	}

	List<String> masters() {
		List<String> masters = new ArrayList<>();
		if (!this.master.isBlank()) {
			masters.add(this.master);
		}
		masters.addAll(this.otherMasters);
		return masters;
	}

	@Override
	public String toString() {
		return "SealProperties[REDACTED]";
	}

}
