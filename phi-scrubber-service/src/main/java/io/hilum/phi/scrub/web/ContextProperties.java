package io.hilum.phi.scrub.web;

import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word is taken for who asks.
 *
 * @param accept the key shared with each service that calls, in Base64, by its name
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(@DefaultValue Map<String, String> accept) {

	ContextProperties {
		if (accept.isEmpty()) {
			throw new IllegalArgumentException("hilum.context.accept names no service, so no call could be believed");
		}
		accept.forEach((issuer, key) -> {
			if (key == null || key.isBlank()) {
				throw new IllegalArgumentException(
						"hilum.context.accept." + issuer + " is empty: phi-scrubber-service and " + issuer
								+ " need a shared key of 32 bytes or more in Base64");
			}
		});
	}

	Map<String, ContextKey> keys() {
		return this.accept.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (entry) -> ContextKey.parse(entry.getValue())));
	}

	@Override
	public String toString() {
		return "ContextProperties" + this.accept.keySet();
	}

}
