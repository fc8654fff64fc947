package io.hilum.gateway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.hilum.gateway.problem.GatewayProblem;

import org.springframework.http.HttpHeaders;

/**
 * The one credential of a request. A Hilum key is the same key in each of its three
 * forms; a token has one form only.
 *
 * @param value the key or the token
 * @param isKey whether it is a Hilum key
 */
record Credential(String value, boolean isKey) {

	private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._~+/=-]+)");

	private static final List<String> KEY_HEADERS = List.of("api-key", "x-api-key");

	/**
	 * Find the credential of a request.
	 * @param headers the headers of the request
	 * @return the credential
	 * @throws io.hilum.gateway.problem.ProblemException if there is none, or more than
	 * one
	 */
	static Credential of(HttpHeaders headers) {
		List<String> values = new ArrayList<>();
		headers.getOrEmpty(HttpHeaders.AUTHORIZATION).forEach((value) -> values.add(bearer(value)));
		KEY_HEADERS.forEach((name) -> headers.getOrEmpty(name).forEach((value) -> values.add(key(value))));
		if (values.isEmpty()) {
			throw refused("missing_credentials",
					"Send a token or a Hilum key: 'Authorization: Bearer …', or api-key or x-api-key",
					"no_credentials");
		}
		if (values.size() > 1) {
			throw refused("invalid_credentials", "Send one credential, not several", "several_credentials");
		}
		String value = values.getFirst();
		return new Credential(value, value.startsWith(KeyRing.PREFIX));
	}

	private static String bearer(String header) {
		var matcher = BEARER.matcher(header);
		if (!matcher.matches()) {
			throw refused("invalid_credentials", "Authorization must be 'Bearer' and a token",
					"authorization_malformed");
		}
		return matcher.group(1);
	}

	private static String key(String header) {
		if (!header.startsWith(KeyRing.PREFIX)) {
			throw refused("invalid_api_key", "The API key is not valid: it has not the form of one", "key_malformed");
		}
		return header;
	}

	private static RuntimeException refused(String code, String message, String reason) {
		return new GatewayProblem.Unauthenticated(code, message, reason).asException();
	}

	@Override
	public String toString() {
		return "Credential[REDACTED]";
	}

}
