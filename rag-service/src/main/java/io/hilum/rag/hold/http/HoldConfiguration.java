package io.hilum.rag.hold.http;

import io.hilum.rag.hold.HoldProperties;
import io.hilum.rag.hold.LegalHolds;
import io.hilum.trust.context.ContextSigner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The way to portal-service.
 */
@Configuration(proxyBeanMethods = false)
class HoldConfiguration {

	@Bean
	LegalHolds legalHolds(HoldProperties properties, WebClient.Builder builder, ContextSigner signer) {
		return new HttpLegalHolds(builder.clone().baseUrl(properties.portalUrl()).build(), signer,
				properties.timeout());
	}

}
