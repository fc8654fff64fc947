package io.hilum.gateway.edge;

import java.util.List;

import io.hilum.gateway.arrival.ArrivalFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Which web pages may call the gateway. It stands before authentication, since a browser
 * asks first without a credential, and no such question gets any further.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

	@Bean
	@Order(ArrivalFilter.ORDER + 50)
	CorsWebFilter corsWebFilter(EdgeProperties properties) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(properties.allowedOrigins());
		cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
		cors.setAllowedHeaders(List.of("authorization", "content-type", "api-key", "x-api-key", "anthropic-version",
				"anthropic-beta", "idempotency-key", "cache-control", "mcp-protocol-version"));
		cors.setExposedHeaders(
				List.of("x-request-id", "hilum-model", "hilum-provider", "hilum-region", "hilum-attempts",
						"hilum-cache", "hilum-overhead-ms", "hilum-phi", "hilum-cost-usd", "hilum-budget-remaining-usd",
						"hilum-ignored-betas", "idempotent-replayed", "retry-after", "www-authenticate",
						"x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests",
						"x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"));
		cors.setMaxAge(properties.preflightAge());
		return new CorsWebFilter((exchange) -> cors);
	}

}
