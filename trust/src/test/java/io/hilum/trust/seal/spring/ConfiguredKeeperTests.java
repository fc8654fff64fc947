package io.hilum.trust.seal.spring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.hilum.trust.seal.KeyKeeper;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ConfiguredKeeper}, and for what configures it.
 */
class ConfiguredKeeperTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Duration MARGIN = Duration.ofMinutes(1);

	private static final URI AUTHORITY = URI.create("https://login.microsoftonline.com");

	private static final String VAULT = "https://name.vault.azure.net";

	private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

	private static final VaultProperties NONE = vault("", "", "", "", "");

	@Test
	void asksTheVaultOnlyWithAnIdentity() {
		VaultProperties vault = vault(VAULT, "hilum-rag", "t", "c", "/token");
		assertThat(vault.identity().tokenUri()).hasToString("https://login.microsoftonline.com/t/oauth2/v2.0/token");
		assertThat(vault.wrapping().vault()).hasToString(VAULT);
		assertThat(keeper(vault)).isNotNull();
		for (VaultProperties partial : List.of(vault(VAULT, "k", "", "c", "/token"),
				vault(VAULT, "k", "t", "", "/token"), vault(VAULT, "k", "t", "c", ""))) {
			assertThatIllegalArgumentException().isThrownBy(() -> keeper(partial))
				.withMessageContaining("AZURE_CLIENT_ID");
		}
	}

	@Test
	void namesTheKeyInTheVaultByTheServiceUnlessItHasAName() {
		assertThat(vault(VAULT, "", "t", "c", "/token").orKey("hilum-rag"))
			.isEqualTo(vault(VAULT, "hilum-rag", "t", "c", "/token"));
		assertThat(vault(VAULT, "own", "t", "c", "/token").orKey("hilum-rag").key()).isEqualTo("own");
	}

	@Test
	void requiresAKeyThatWraps() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KeySources.require(NONE, "", " ", "HILUM_RAG", "documents"))
			.withMessage("none of hilum.encryption.vault.url (HILUM_RAG_VAULT), key-file (HILUM_RAG_KEY_FILE) "
					+ "and master (HILUM_RAG_MASTER) is set: documents are never stored unencrypted");
		assertThatNoException().isThrownBy(() -> {
			KeySources.require(NONE, "", MASTER, "HILUM_RAG", "documents");
			KeySources.require(NONE, "/keys", "", "HILUM_RAG", "documents");
			KeySources.require(vault(VAULT, "k", "", "", ""), "", "", "HILUM_RAG", "documents");
		});
	}

	private static KeyKeeper keeper(VaultProperties vault) {
		return ConfiguredKeeper.of(new Sources(vault, "", MASTER, List.of()), WebClient.builder(), Clock.systemUTC());
	}

	private static VaultProperties vault(String url, String key, String tenant, String client, String tokenFile) {
		return new VaultProperties(url, key, "RSA-OAEP-256", "s", PATIENCE, 0, PAUSE, AUTHORITY, tenant, client,
				tokenFile, MARGIN);
	}

	/**
	 * What a service was told.
	 *
	 * @param vault a key in a vault
	 * @param keyFile a file of keys
	 * @param master the master key
	 * @param otherMasters keys beside it
	 */
	private record Sources(VaultProperties vault, String keyFile, String master,
			List<String> otherMasters) implements KeySources {

	}

}
