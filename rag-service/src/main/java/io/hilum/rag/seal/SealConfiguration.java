package io.hilum.rag.seal;

import java.time.Clock;
import java.util.List;

import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeepers;
import io.hilum.trust.seal.spring.ConfiguredKeeper;
import io.hilum.trust.seal.spring.KeyRenewal;
import io.hilum.trust.seal.spring.RenewableKeys;
import io.hilum.trust.seal.spring.RenewalProperties;

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
		KeyKeeper present = ConfiguredKeeper.of(properties, webClient, clock);
		return new KeyKeepers(present, List.of(new FirstFormKeeper(properties.masters())));
	}

}
