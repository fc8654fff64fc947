package io.hilum.trust.seal.vault;

import java.net.URI;
import java.time.Duration;

/**
 * A key in a vault.
 *
 * @param vault the vault, such as {@code https://name.vault.azure.net}
 * @param name the name of the key
 * @param algorithm how it wraps: {@code RSA-OAEP-256}, or {@code A256KW} in a managed HSM
 * @param timeout how long an answer may take
 * @param retries how often is asked again when the vault is busy or away
 * @param pause how long to wait before it is asked again; twice as long each further time
 */
public record KeyVaultKey(URI vault, String name, String algorithm, Duration timeout, int retries, Duration pause) {

	public KeyVaultKey {
		if (!name.matches("[A-Za-z0-9-]{1,127}")) {
			throw new IllegalArgumentException("a key in a vault is named by letters, digits and hyphens");
		}
		if (vault.getHost() == null || vault.getUserInfo() != null) {
			throw new IllegalArgumentException("a vault is named by its URL");
		}
		if (retries < 0) {
			throw new IllegalArgumentException("retries must not be negative");
		}
		if (pause.isNegative()) {
			throw new IllegalArgumentException("a pause must not be negative");
		}
	}

	String path() {
		String base = this.vault.toString();
		return (base.endsWith("/") ? base : base + "/") + "keys/" + this.name;
	}

}
