package io.hilum.gateway.identity.jwt;

import java.time.Clock;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import io.hilum.gateway.identity.GraphAccess;
import io.hilum.gateway.identity.GroupSources;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.identity.TokenVerifier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds the verifier of the configured issuers.
 */
@Configuration(proxyBeanMethods = false)
class JwtConfiguration {

	@Bean
	KeySetRefresh keySetRefresh(IdentityProperties properties, TrustedIssuers trustedIssuers) {
		return new KeySetRefresh(trustedIssuers.all().stream().map(TrustedIssuer::keys).toList(),
				properties.keySetRefresh());
	}

	@Bean
	TokenVerifier tokenVerifier(IdentityProperties properties, TrustedIssuers trustedIssuers,
			Cache<TokenDigest, JwtVerifier.Verified> verifiedTokens, Clock clock) {
		return new JwtVerifier(trustedIssuers.all(), verifiedTokens, properties.maxTokenLength(), clock);
	}

	@Bean
	Cache<TokenDigest, JwtVerifier.Verified> verifiedTokens(IdentityProperties properties, Clock clock) {
		return JwtVerifier.cache(properties.verifiedTokens(), clock);
	}

	@Bean
	TrustedIssuers trustedIssuers(IdentityProperties properties, WebClient.Builder webClient, Clock clock,
			GroupSources groupSources, MeterRegistry meters, Cache<TokenDigest, JwtVerifier.Verified> verifiedTokens) {
		WebClient client = webClient.clone()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize((int) properties.keySetMaxSize().toBytes()))
			.build();
		return new TrustedIssuers(properties.issuers().stream().map((issuer) -> {
			KeySetSource source = new HttpKeySetSource(client, issuer, properties.keySetTimeout());
			IssuerKeys keys = new IssuerKeys(source, properties.keySetMinInterval(), properties.keySetFirstInterval(),
					properties.keySetMaxAge(), clock, verifiedTokens::invalidateAll);
			Gauge.builder("hilum.identity.key.set.age", keys, IssuerKeys::ageSeconds)
				.baseUnit("seconds")
				.tag("issuer", issuer.issuer())
				.register(meters);
			GraphAccess graph = issuer.graph();
			return new TrustedIssuer(issuer, properties, keys, (graph != null) ? groupSources.of(graph) : null, clock);
		}).toList());
	}

	/**
	 * The trusted issuers as one bean.
	 *
	 * @param all the issuers
	 */
	record TrustedIssuers(List<TrustedIssuer> all) {
	}

}
