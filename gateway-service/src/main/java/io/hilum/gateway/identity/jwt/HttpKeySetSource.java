package io.hilum.gateway.identity.jwt;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import io.hilum.gateway.identity.IdentityProperties;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Fetches keys by HTTP from where the configuration or OpenID discovery says; never from
 * where a token says.
 */
final class HttpKeySetSource implements KeySetSource {

	private static final ParameterizedTypeReference<Map<String, Object>> JSON_OBJECT = new ParameterizedTypeReference<>() {
	};

	private final WebClient client;

	private final IdentityProperties.Issuer issuer;

	private final Duration timeout;

	HttpKeySetSource(WebClient client, IdentityProperties.Issuer issuer, Duration timeout) {
		this.client = client;
		this.issuer = issuer;
		this.timeout = timeout;
	}

	@Override
	public Mono<JWKSet> fetch() {
		return location().flatMap((uri) -> this.client.get().uri(uri).retrieve().bodyToMono(String.class))
			.flatMap(HttpKeySetSource::parse)
			.timeout(this.timeout);
	}

	private Mono<URI> location() {
		String configured = this.issuer.jwksUri();
		if (configured != null) {
			return Mono.just(URI.create(configured));
		}
		String base = this.issuer.issuer();
		String slash = base.endsWith("/") ? "" : "/";
		return this.client.get()
			.uri(URI.create(base + slash + ".well-known/openid-configuration"))
			.retrieve()
			.bodyToMono(JSON_OBJECT)
			.map(this::jwksUri);
	}

	private URI jwksUri(Map<String, Object> document) {
		if (!this.issuer.issuer().equals(document.get("issuer"))) {
			throw new IllegalStateException("discovery of " + this.issuer.issuer() + " names another issuer");
		}
		return URI.create(String.valueOf(document.get("jwks_uri")));
	}

	private static Mono<JWKSet> parse(String json) {
		try {
			return Mono.just(JWKSet.parse(json));
		}
		catch (ParseException ex) {
			return Mono.error(new IllegalStateException("the key set is not readable"));
		}
	}

}
