package io.hilum.trust.seal.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.hilum.trust.entra.EntraApplication;
import io.hilum.trust.seal.vault.KeyVaultKey;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key of Azure Key Vault, or of its managed HSM, that wraps. On AKS the webhook of
 * workload identity sets who asks.
 *
 * @param url the vault, such as {@code https://name.vault.azure.net}; empty for none
 * @param key the name of the key; empty for the one that the service has a name for
 * @param algorithm how it wraps: {@code RSA-OAEP-256}, or {@code A256KW} in a managed HSM
 * @param scope what a token is asked for; a managed HSM has
 * {@code https://managedhsm.azure.net/.default}
 * @param timeout how long an answer of the vault may take
 * @param retries how often is asked again when the vault is busy or away
 * @param retryPause how long to wait before it is asked again; twice as long each further
 * time
 * @param authority where Entra ID is
 * @param tenantId the tenant
 * @param clientId the id of the managed identity
 * @param tokenFile the file with the token of the service account
 * @param tokenMargin how long before its end a token for the vault is had anew
 */
public record VaultProperties(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("RSA-OAEP-256") String algorithm, @DefaultValue("https://vault.azure.net/.default") String scope,
		@DefaultValue("5s") Duration timeout, @DefaultValue("3") int retries,
		@DefaultValue("200ms") Duration retryPause, @DefaultValue("https://login.microsoftonline.com/") URI authority,
		@DefaultValue("") String tenantId, @DefaultValue("") String clientId, @DefaultValue("") String tokenFile,
		@DefaultValue("1m") Duration tokenMargin) {

	/**
	 * These, with a name for the key if they have none.
	 * @param name the name
	 * @return the same with that name, or with their own
	 */
	public VaultProperties orKey(String name) {
		return this.key.isBlank()
				? new VaultProperties(this.url, name, this.algorithm, this.scope, this.timeout, this.retries,
						this.retryPause, this.authority, this.tenantId, this.clientId, this.tokenFile, this.tokenMargin)
				: this;
	}

	boolean isSet() {
		return !this.url.isBlank();
	}

	KeyVaultKey wrapping() {
		return new KeyVaultKey(URI.create(this.url), this.key, this.algorithm, this.timeout, this.retries,
				this.retryPause);
	}

	EntraApplication identity() {
		if (this.tenantId.isBlank() || this.clientId.isBlank() || this.tokenFile.isBlank()) {
			throw new IllegalArgumentException("hilum.encryption.vault needs a workload identity: AZURE_TENANT_ID, "
					+ "AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE are not all set");
		}
		String base = this.authority.toString();
		return new EntraApplication(
				URI.create((base.endsWith("/") ? base : base + "/") + this.tenantId + "/oauth2/v2.0/token"),
				this.clientId, null, Path.of(this.tokenFile), this.scope, this.tokenMargin);
	}

}
