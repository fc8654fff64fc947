package io.hilum.rag.identity;

import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets that this service shares with others.
 *
 * @param accept the key of each service that may call this one, in Base64
 * @param issue the key of each service that this one calls, in Base64; only needed when
 * vectors come from a deployment outside
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(Map<String, String> accept, @DefaultValue Map<String, String> issue) {

	ContextProperties {
		accept.forEach((issuer, key) -> {
			if (key.isBlank()) {
				throw new IllegalArgumentException("hilum.context.accept." + issuer
						+ " is not set: without the key shared with " + issuer + " nobody can be believed");
			}
		});
	}

	Map<String, ContextKey> acceptKeys() {
		return keys(this.accept);
	}

	Map<String, ContextKey> issueKeys() {
		return keys(this.issue);
	}

	private static Map<String, ContextKey> keys(Map<String, String> encoded) {
		return encoded.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isBlank())
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> ContextKey.parse(entry.getValue())));
	}

	@Override
	public String toString() {
		return "ContextProperties[REDACTED]";
	}

}
