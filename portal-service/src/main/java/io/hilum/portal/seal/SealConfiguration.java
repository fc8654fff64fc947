package io.hilum.portal.seal;

import java.time.Clock;

import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.spring.ConfiguredKeeper;
import io.hilum.trust.seal.spring.KeyRenewal;
import io.hilum.trust.seal.spring.RenewableKeys;
import io.hilum.trust.seal.spring.RenewalProperties;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The keys of people and teams, whoever keeps the keys that wrap them, and the threads
 * that seal and open long texts.
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
		return ConfiguredKeeper.of(properties, webClient, clock);
	}

	@Bean(destroyMethod = "dispose")
	Scheduler sealing(SealProperties properties) {
		return Schedulers.newBoundedElastic(properties.threads(), properties.queue(), "sealing");
	}

}
