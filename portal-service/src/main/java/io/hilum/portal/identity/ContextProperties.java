package io.hilum.portal.identity;

import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets that this service shares with those that call it.
 *
 * @param accept the key of each service that may call this one, in Base64
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(Map<String, String> accept) {

	ContextProperties {
		accept.forEach((issuer, key) -> {
			if (key.isBlank()) {
				throw new IllegalArgumentException("hilum.context.accept." + issuer
						+ " is not set: without the key shared with " + issuer + " nobody can be believed");
			}
		});
	}

	Map<String, ContextKey> keys() {
		return this.accept.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> ContextKey.parse(entry.getValue())));
	}

	@Override
	public String toString() {
		return "ContextProperties[REDACTED]";
	}

}
