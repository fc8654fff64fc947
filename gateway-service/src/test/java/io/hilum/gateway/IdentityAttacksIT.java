package io.hilum.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
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

	private static final String QUESTION = "{\"model\":\"sandbox\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

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

	/** CVE-2026-12772 and others: what somebody forgot to close. */
	@Test
	void opensNoDoorToNobody() {
		assertThat(new ClosedDoors(this.gateway.uri(""), OpenApi.of("gateway-v1")).openedByNobody()).isEmpty();
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.usage.received()).isEmpty();
		assertThat(this.gateway.rag.received()).isEmpty();
		assertThat(this.gateway.scrubber.received()).isEmpty();
	}

	/** A client says who it is in headers of its own. */
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

	/** Another spelling of a path is another decision. */
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

	/** Another spelling is no way around what a role is kept to. */
	@ParameterizedTest
	@ValueSource(strings = { "/v1/search", "/v1/collections", "/v1/embeddings", "/v1/responses" })
	void keepsARoleToItsFeaturesInEverySpelling(String path) {
		String token = this.gateway.issuer.token("tom", "Typist");
		String last = path.substring(path.lastIndexOf('/') + 1);
		String escaped = "%" + Integer.toHexString(last.charAt(0)) + last.substring(1);
		for (String spelling : List.of(path, path + "/", "/v1/" + escaped, "/v1/" + escaped.toUpperCase(Locale.ROOT),
				path.toUpperCase(Locale.ROOT), "//v1/" + last, "/v1//" + last, "/v1/./" + last, "/v1/models/../" + last,
				"/v1/models/%2e%2e/" + last, "/v1;a=b/" + last, path + ";a=b", path + "%00", path + "%20",
				"/v1/chat/completions/../../" + last, "/V1/" + last, "/v1%2f" + last,
				path + "?x=/v1/chat/completions")) {
			int status = this.gateway.send(this.gateway.post(spelling, token, "{\"model\":\"sandbox\"}").build())
				.statusCode();
			assertThat(status).as(spelling).isIn(400, 403, 404, 405);
		}
		assertThat(this.gateway.rag.received()).isEmpty();
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.send(this.gateway.chat(token, QUESTION).build()).statusCode()).isEqualTo(200);
	}

	/** CVE-2026-48710: the host that a client names decides nothing. */
	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "usage-service", "usage-service:8083", "admin.internal", "",
			"169.254.169.254", "gateway/../usage", "a\r\nHost: b" })
	void decidesNothingByTheHost(String host) throws IOException {
		String headers = "\r\nHost: " + host + "\r\nX-Forwarded-Host: " + host.strip() + "\r\nConnection: close\r\n";
		assertThat(raw("GET /v1/keys HTTP/1.1" + headers + "\r\n")).matches("(?s)HTTP/1.1 40[01].*");
		assertThat(raw("GET http://" + host.replaceAll("\\s.*", "") + "/actuator/env HTTP/1.1" + headers + "\r\n"))
			.matches("(?s)HTTP/1.1 40[014].*");
		String token = this.gateway.issuer.token("amelia", "Clinician");
		raw("GET /v1/keys HTTP/1.1" + headers + "Authorization: Bearer " + token + "\r\n\r\n");
		for (var seen : this.gateway.usage.received()) {
			assertThat(seen.uri()).isEqualTo("/v1/keys");
			assertThat(this.gateway.contextFor("usage-service", seen).roles()).containsExactly("Clinician");
		}
	}

	/** Nor in what comes behind a body. */
	@Test
	void believesNoTrailer() throws IOException {
		String token = this.gateway.issuer.token("amelia", "Clinician");
		String answer = raw("POST /v1/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
				+ "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: Hilum-Context, X-User\r\n\r\n"
				+ "c\r\n{\"name\":\"x\"}\r\n0\r\nHilum-Context: gateway-service.e30.e30\r\nX-User: ada\r\nX-Roles: Admin\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 ");
		for (var seen : this.gateway.usage.received()) {
			assertThat(this.gateway.contextFor("usage-service", seen).roles()).containsExactly("Clinician");
			assertThat(seen.headers()).doesNotContainKeys("x-user", "x-roles");
			assertThat(seen.body()).doesNotContain("Admin");
		}
	}

	/**
	 * CVE-2022-22947, CVE-2025-41243: routes and properties of the gateway from outside.
	 */
	@Test
	void hasNoDoorToItsOwnRoutes() {
		for (String path : List.of("/actuator", "/actuator/gateway/routes", "/actuator/gateway/routes/x",
				"/actuator/gateway/refresh", "/actuator/env", "/actuator/beans", "/actuator/heapdump",
				"/actuator/loggers", "/actuator/configprops", "/actuator/threaddump", "/actuator/shutdown",
				"/actuator/restart", "/actuator/jolokia", "/actuator/mappings", "/h2-console", "/v3/api-docs",
				"/swagger-ui.html")) {
			String body = "{\"id\":\"x\",\"predicates\":[],\"filters\":[{\"name\":\"AddResponseHeader\",\"args\":{\"name\":\"x\",\"value\":\"#{T(java.lang.Runtime).getRuntime()}\"}}],\"uri\":\"http://127.0.0.1:1\"}";
			for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
				HttpRequest request = HttpRequest.newBuilder(this.gateway.uri(path))
					.header("content-type", "application/json")
					.method(method, HttpRequest.BodyPublishers.ofString(body))
					.build();
				assertThat(this.gateway.send(request).statusCode()).as("%s %s", method, path).isIn(401, 404, 405);
			}
		}
	}

	/** A header that repeats somebody else's request. */
	@Test
	void givesNobodyTheAnswerOfAnothersRequest() {
		for (String header : List.of("Idempotency-Key", "X-Idempotency-Key", "X-Request-Id")) {
			this.gateway.routing.received().clear();
			for (String person : List.of("amelia", "olga")) {
				HttpRequest.Builder request = this.gateway.chat(this.gateway.issuer.token(person, "Clinician"),
						QUESTION);
				assertThat(this.gateway.send(request.header(header, "the-same").build()).statusCode()).isEqualTo(200);
			}
			assertThat(this.gateway.routing.received()).hasSize(2).allSatisfy((seen) -> {
				assertThat(seen.headers()).doesNotContainKeys("idempotency-key", "x-idempotency-key");
				assertThat(new TreeMap<>(seen.headers()).headMap("hilum-idempotency-key"))
					.doesNotContainValue("the-same");
				assertThat(new TreeMap<>(seen.headers()).tailMap("hilum-idempotency-key", false))
					.doesNotContainValue("the-same");
			});
			assertThat(this.gateway.routing.received()
				.stream()
				.map((seen) -> this.gateway.contextFor("routing-service", seen).subject())).doesNotHaveDuplicates();
			HttpRequest.Builder withoutRole = this.gateway.chat(this.gateway.issuer.token("amelia", "Nobody"),
					QUESTION);
			assertThat(this.gateway.send(withoutRole.header(header, "the-same").build()).statusCode()).isEqualTo(403);
			assertThat(this.gateway.routing.received()).hasSize(2);
		}
	}

	/** A token anywhere but in its header. */
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

	private String raw(String request) throws IOException {
		URI uri = this.gateway.uri("/");
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	private void change(String subject, long version, boolean ended) {
		String event = JsonMapper.shared()
			.writeValueAsString(Map.of("kind", "grant", "id", "g-" + subject.hashCode(), "version", version,
					"changedAt", "2026-01-05T07:00:00Z", "revoked", ended, "subject", subject, "roles",
					List.of("Clinician"), "expiresAt", "2999-01-01T00:00:00Z"));
		this.gateway.topics.changeGrant("g-" + subject.hashCode(), event);
	}

	private void eventually(String token, int status) {
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (this.gateway.send(this.gateway.get(token, "/v1/models").build()).statusCode() != status) {
			assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
		}
	}

}
