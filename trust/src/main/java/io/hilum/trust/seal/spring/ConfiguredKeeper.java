package io.hilum.trust.seal.spring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.hilum.trust.entra.EntraTokens;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeepers;
import io.hilum.trust.seal.file.FileKeyKeeper;
import io.hilum.trust.seal.file.KeyRing;
import io.hilum.trust.seal.vault.KeyVaultKeyKeeper;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Whoever keeps the keys that wrap, as a service is configured.
 */
public final class ConfiguredKeeper {

	private ConfiguredKeeper() {
	}

	/**
	 * The keeper of all keys that are configured.
	 * @param sources where they are
	 * @param webClient calls the vault
	 * @param clock the clock by which its tokens end
	 * @return the keeper
	 */
	public static KeyKeeper of(KeySources sources, WebClient.Builder webClient, Clock clock) {
		List<KeyKeeper> keepers = new ArrayList<>();
		if (sources.vault().isSet()) {
			keepers.add(vault(sources.vault(), webClient.clone().build(), clock));
		}
		if (!sources.keyFile().isBlank()) {
			keepers.add(new FileKeyKeeper(Path.of(sources.keyFile())));
		}
		if (!sources.masters().isEmpty()) {
			keepers.add(KeyRing.of(sources.masters()));
		}
		return new KeyKeepers(keepers.getFirst(), keepers.subList(1, keepers.size()));
	}

	private static KeyKeeper vault(VaultProperties vault, WebClient client, Clock clock) {
		EntraTokens tokens = new EntraTokens(client, vault.identity(), clock);
		return new KeyVaultKeyKeeper(client, Mono.defer(tokens::current), vault.wrapping());
	}

}
