package io.hilum.gateway.portal;

import java.util.Map;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/**
 * What a browser lets the page do: its own files, this origin, those of the identity
 * provider and of the record system, no script or style in the page's text, no frame
 * around it.
 */
final class PagePolicy {

	private final Map<String, String> headers;

	PagePolicy(Set<String> origins) {
		this.headers = Map.of("Content-Security-Policy",
				"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' "
						+ String.join(" ", origins)
						+ "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
				"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "X-Frame-Options", "DENY",
				"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
				"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
	}

	void writeTo(HttpHeaders response) {
		this.headers.forEach(response::set);
	}

}
