package io.hilum.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on identity that have worked on gateways, each against the whole gateway on
 * real Kafka and Redis.
 */
class IdentityAttacksIT {

	private static final List<String> CREDENTIAL_HEADERS = List.of("authorization", "api-key", "x-api-key");

	private RunningGateway gateway = RunningGateway.shared();

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	/** CVE-2026-42208: SQL in a credential reached the look-up of keys. */
	@Test
	void takesNothingInACredentialForSql() {
		List<String> tails = List.of("' OR '1'='1", "' UNION SELECT * FROM api_key--", "\" OR \"\"=\"",
				"'; DROP TABLE api_key;--", "' AND SLEEP(5)--", "') OR ('a'='a", "1;SELECT pg_sleep(5)",
				"%27%20OR%201=1", "${jndi:ldap://127.0.0.1:1/a}", "{{7*7}}", "#{T(java.lang.Runtime).getRuntime()}",
				"../../etc/passwd");
		for (String header : CREDENTIAL_HEADERS) {
			for (String tail : tails) {
				String credential = "hlm_k7m2p4_" + tail;
				HttpResponse<String> answer = this.gateway.send(HttpRequest.newBuilder(this.gateway.uri("/v1/keys"))
					.header(header, header.equals("authorization") ? "Bearer " + credential : credential)
					.build());
				assertThat(answer.statusCode()).as("%s: %s", header, tail).isEqualTo(401);
				assertThat(answer.body()).doesNotContain("SELECT", "jndi", "49", "passwd");
			}
		}
		assertThat(this.gateway.usage.received()).isEmpty();
	}

	/** Family 2: a client says who it is in headers of its own. */
	@Test
	void believesNoHeaderThatSaysWhoSomebodyIs() {
		HttpRequest.Builder request = this.gateway.get(this.gateway.issuer.token("amelia", "Clinician"), "/v1/keys");
		List<String> names = List.of("X-User", "X-User-Id", "X-Tenant", "X-Roles", "X-Role", "X-Forwarded-User",
				"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto", "Forwarded",
				"X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-MS-CLIENT-PRINCIPAL",
				"Hilum-Context", "Hilum-Roles", "X-Remote-User", "X-Auth-Request-Groups");
		for (String name : names) {
			request.header(name, "Admin");
			request.header(name.replace('-', '_').toUpperCase(Locale.ROOT), "Admin");
		}
		assertThat(this.gateway.send(request.build()).statusCode()).isEqualTo(200);
		var seen = this.gateway.usage.received().getFirst();
		ServiceContext context = this.gateway.contextFor("usage-service", seen);
		assertThat(context.roles()).containsExactly("Clinician");
		assertThat(context.subject()).endsWith("|amelia");
		for (String name : names) {
			if (!name.equals("Hilum-Context")) {
				assertThat(seen.headers()).doesNotContainKeys(name.toLowerCase(Locale.ROOT),
						name.toLowerCase(Locale.ROOT).replace('-', '_'));
			}
		}
		assertThat(seen.uri()).isEqualTo("/v1/keys");
		assertThat(seen.method()).isEqualTo("GET");
	}

	/** Family 3: another spelling of a path is another decision. */
	@ParameterizedTest
	@ValueSource(
			strings = { "/v1/keys", "/v1/grants/emergency", "/v1/models", "/v1/chat/completions", "/actuator/env" })
	void letsNobodyPastTheDoorByAnotherSpelling(String path) {
		List<String> spellings = new ArrayList<>(List.of(path, path + "/", path.toUpperCase(Locale.ROOT), "/" + path,
				path + "//", "/." + path, path + "/.", path + "/..", path + ";jsessionid=1", path + "%00", path + "%2f",
				path + "%252f", path + "%20", path + "%5c", path + "%0d%0a", "/v1/models/.." + path,
				"/actuator/health;" + path, "/actuator/health/%2e%2e" + path, "/actuator/../" + path.substring(1),
				"/actuator%2f.." + path, "/actuator/health%3b" + path));
		for (String spelling : spellings) {
			HttpRequest request;
			try {
				request = HttpRequest.newBuilder(this.gateway.uri(spelling)).build();
			}
			catch (IllegalArgumentException ex) {
				continue;
			}
			assertThat(this.gateway.send(request).statusCode()).as(spelling).isIn(400, 401, 404);
		}
		assertThat(this.gateway.usage.received()).isEmpty();
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	/** Family 1: a token anywhere but in its header. */
	@Test
	void takesATokenFromItsHeaderOnly() {
		String token = this.gateway.issuer.token("amelia", "Clinician");
		for (String query : List.of("access_token=", "token=", "api-key=", "authorization=Bearer%20")) {
			assertThat(this.gateway
				.send(HttpRequest.newBuilder(this.gateway.uri("/v1/models?" + query + token))
					.header("cookie", "access_token=" + token)
					.build())
				.statusCode()).isEqualTo(401);
		}
		for (String header : List.of("api-key", "x-api-key")) {
			assertThat(this.gateway
				.send(HttpRequest.newBuilder(this.gateway.uri("/v1/models")).header(header, token).build())
				.statusCode()).isEqualTo(401);
		}
	}

	/** RFC 8693, section 4.1: who acted on whose behalf is on record. */
	@Test
	void putsOnRecordWhoActsOnWhoseBehalf() {
		String token = this.gateway.issuer.token("amelia",
				Map.of("azp", "agent", "act", Map.of("sub", "agent", "act", Map.of("sub", "portal"))), "Clinician");
		HttpResponse<String> answer = this.gateway.send(this.gateway.get(token, "/v1/keys").build());
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode event = this.gateway.topics.audit(answer.headers().firstValue("x-request-id").orElseThrow())
			.getFirst();
		assertThat(event.get("actors").toString()).isEqualTo("[\"agent\",\"portal\"]");
		assertThat(event.get("application").asString()).isEqualTo("agent");
		assertThat(event.get("subject").asString()).endsWith("|amelia");
	}

	/** A stale copy of a grant that was ended. */
	@Test
	void addsRolesOfAWhileToTheirSubjectAndTakesThemBackForGood() {
		String subject = this.gateway.issuer.issuer() + "|" + "glass-" + System.nanoTime();
		String token = this.gateway.issuer.token(subject.substring(subject.indexOf('|') + 1), "Nobody");
		assertThat(this.gateway.send(this.gateway.get(token, "/v1/models").build()).statusCode()).isEqualTo(403);
		change(subject, 1, false);
		eventually(token, 200);
		change(subject, 2, true);
		eventually(token, 403);
		change(subject, 1, false);
		String sentinel = this.gateway.issueKey("glass1", "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
		assertThat(this.gateway.send(this.gateway.get(sentinel, "/v1/models").build()).statusCode()).isEqualTo(200);
		assertThat(this.gateway.send(this.gateway.get(token, "/v1/models").build()).statusCode()).isEqualTo(403);
	}

	private void change(String subject, long version, boolean ended) {
		String event = JsonMapper.shared()
			.writeValueAsString(Map.of("kind", "grant", "id", "g-" + subject.hashCode(), "version", version,
					"changedAt", "2026-01-05T07:00:00Z", "revoked", ended, "subject", subject, "roles",
					List.of("Clinician"), "expiresAt", "2999-01-01T00:00:00Z"));
		this.gateway.topics.changeKey("g-" + subject.hashCode(), event);
	}

	private void eventually(String token, int status) {
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (this.gateway.send(this.gateway.get(token, "/v1/models").build()).statusCode() != status) {
			assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
		}
	}

}
