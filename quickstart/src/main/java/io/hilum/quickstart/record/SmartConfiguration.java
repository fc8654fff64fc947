package io.hilum.quickstart.record;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says where tokens are to be had (SMART App Launch 2.2, Conformance).
 */
final class SmartConfiguration extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final transient URI issuer;

	SmartConfiguration(URI issuer) {
		this.issuer = issuer;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String endpoints = this.issuer + "/protocol/openid-connect/";
		response.setContentType("application/json");
		response.getOutputStream()
			.write(JsonMapper.shared()
				.writeValueAsBytes(Map.of("issuer", this.issuer.toString(), "jwks_uri", endpoints + "certs",
						"authorization_endpoint", endpoints + "auth", "token_endpoint", endpoints + "token",
						"grant_types_supported", List.of("authorization_code"), "code_challenge_methods_supported",
						List.of("S256"), "capabilities", List.of("launch-standalone", "client-public"))));
	}

}
