package io.hilum.gateway.arrival;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/**
 * Knows the headers by which a client could claim to be somebody, somewhere or something
 * else. Underscores count as hyphens, since some servers fold them (CVE-2025-41235).
 */
final class HeaderHygiene {

	private static final List<String> PREFIXES = List.of("hilum-", "x-user", "x-forwarded", "x-original-", "x-rewrite-",
			"x-tenant", "x-role", "x-remote-", "x-upstream", "x-portkey-", "x-ms-client-principal", "x-envoy-",
			"x-auth-request-");

	private static final Set<String> NAMES = Set.of("forwarded", "x-real-ip", "x-client-ip", "true-client-ip",
			"x-cluster-client-ip", "cf-connecting-ip", "x-http-method", "x-http-method-override", "x-method-override",
			"x-host", "proxy", "remote-user", "x-api-base", "x-base-url");

	private HeaderHygiene() {
	}

	static List<String> unwanted(HttpHeaders headers) {
		return headers.headerNames().stream().filter(HeaderHygiene::isUnwanted).toList();
	}

	static boolean isUnwanted(String name) {
		String canonical = name.toLowerCase(Locale.ROOT).replace('_', '-');
		return NAMES.contains(canonical) || PREFIXES.stream().anyMatch(canonical::startsWith);
	}

}
