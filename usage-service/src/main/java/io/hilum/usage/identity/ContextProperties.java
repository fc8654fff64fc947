package io.hilum.usage.identity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.trust.context.ContextKey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word the service takes for the identity of a caller.
 *
 * @param accept the key shared with each service that calls, in Base64, by its name
 * @param administratorRoles the roles that administer accounts and read the evidence
 */
@ConfigurationProperties("hilum.context")
record ContextProperties(@DefaultValue Map<String, String> accept,
		@DefaultValue("Admin") Set<String> administratorRoles) {

	ContextProperties {
		if (accept.isEmpty()) {
			throw new IllegalArgumentException("hilum.context.accept names no service, so no call could be believed");
		}
		accept.forEach(ContextProperties::requireKey);
	}

	Map<String, ContextKey> keys() {
		return this.accept.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> ContextKey.parse(entry.getValue())));
	}

	private static void requireKey(String issuer, String key) {
		if (key.isBlank()) {
			throw new IllegalArgumentException("hilum.context.accept." + issuer
					+ " is empty: set it to the key shared with " + issuer + " (32 bytes or more in Base64)");
		}
	}

}
