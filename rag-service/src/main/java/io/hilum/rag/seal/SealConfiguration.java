package io.hilum.rag.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.hilum.trust.entra.EntraTokens;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeepers;
import io.hilum.trust.seal.file.FileKeyKeeper;
import io.hilum.trust.seal.file.KeyRing;
import io.hilum.trust.seal.spring.KeyRenewal;
import io.hilum.trust.seal.spring.RenewableKeys;
import io.hilum.trust.seal.spring.RenewalProperties;
import io.hilum.trust.seal.vault.KeyVaultKeyKeeper;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The keys of collections, and whoever keeps the keys that wrap them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RenewalProperties.class)
class SealConfiguration {

	@Bean
	DataKeys dataKeys(KeyKeeper keyKeeper, SealProperties properties) {
		return new DataKeys(keyKeeper, properties.maxKeys(), properties.keptFor());
	}

	@Bean
	KeyRenewal keyRenewal(RenewableKeys stored, DataKeys keys, RenewalProperties properties) {
		return new KeyRenewal(stored, keys, properties);
	}

	@Bean
	KeyKeeper keyKeeper(SealProperties properties, WebClient.Builder webClient, Clock clock) {
		List<KeyKeeper> keepers = new ArrayList<>();
		if (properties.vault().isSet()) {
			keepers.add(vault(properties.vault(), webClient.clone().build(), clock));
		}
		if (!properties.keyFile().isBlank()) {
			keepers.add(new FileKeyKeeper(Path.of(properties.keyFile())));
		}
		List<String> masters = properties.masters();
		if (!masters.isEmpty()) {
			keepers.add(KeyRing.of(masters));
		}
		keepers.add(new FirstFormKeeper(masters));
		return new KeyKeepers(keepers.getFirst(), keepers.subList(1, keepers.size()));
	}

	private static KeyKeeper vault(VaultProperties vault, WebClient client, Clock clock) {
		EntraTokens tokens = new EntraTokens(client, vault.identity(), clock);
		return new KeyVaultKeyKeeper(client, Mono.defer(tokens::current), vault.wrapping());
	}

}
