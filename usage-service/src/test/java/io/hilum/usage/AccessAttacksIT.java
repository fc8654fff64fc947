package io.hilum.usage;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on who may do what, over every operation of the contract: other people's ids,
 * fields that are nobody's to set, administration without its role, and text that some
 * interpreter would take for code.
 */
class AccessAttacksIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create();

	/** What whoever has a context may call; the answers are the caller's own. */
	private static final Set<String> FOR_EVERYBODY = Set.of("GET /v1/keys", "POST /v1/keys", "GET /v1/grants",
			"GET /v1/teams", "GET /v1/me", "GET /v1/usage");

	private static final Map<String, Object> SET_BY_NOBODY = Map.of("id", "chosen", "role", "Admin", "isAdmin", true,
			"tenantId", "other", "ownerId", "idp|eve", "createdBy", "idp|eve", "changedBy", "idp|eve", "requestedBy",
			"idp|eve", "approvedBy", "idp|eve", "placedBy", "idp|eve");

	private static final Map<String, Object> TIMES_SET_BY_NOBODY = Map.of("createdAt", "2001-01-01T00:00:00Z",
			"changedAt", "2001-01-01T00:00:00Z", "requestedAt", "2001-01-01T00:00:00Z", "placedAt",
			"2001-01-01T00:00:00Z", "expiresAt", "2999-01-01T00:00:00Z", "version", 99);

	private static final List<ServiceContext> NOT_ADMINISTRATORS = List.of(RunningService.AMELIA, RunningService.BO,
			RunningService.caller("idp|dana", "research", null, "Developer"),
			RunningService.caller("idp|eve", "platform", null, "admin"),
			RunningService.caller("idp|eve", "platform", null, "Administrator", "ADMIN", "Admin "));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@SuppressWarnings("NullAway.Init")
	private static String key;

	@SuppressWarnings("NullAway.Init")
	private static String grant;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home);
		key = ask(RunningService.ADMIN, HttpMethod.POST, "/v1/keys", Map.of("name", "vault"), 201).path("id")
			.asString();
		grant = ask(RunningService.ADMIN, HttpMethod.POST, "/v1/grants", bodies().get("POST /v1/grants"), 201)
			.path("id")
			.asString();
		ask(RunningService.ADMIN, HttpMethod.PUT, "/v1/teams/vault", Map.of(), 200);
		ask(RunningService.ADMIN, HttpMethod.PUT, "/v1/applications/vaultapp", Map.of("team", "vault"), 200);
		ask(RunningService.ADMIN, HttpMethod.PUT, "/v1/budgets/team:vault", Map.of("limitUsd", "50"), 200);
		ask(RunningService.ADMIN, HttpMethod.POST, "/v1/audit/holds", Map.of("matter", "case-1", "reason", "lawsuit"),
				201);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	@DisplayName("Administration without its role, and ids of others: no verb, no role, no id (CVE-2026-35029)")
	void opensNothingToWhoDoesNotAdminister() {
		String before = state();
		int tried = 0;
		for (String operation : OpenApi.of("usage-v1").operations()) {
			if (FOR_EVERYBODY.contains(operation)) {
				continue;
			}
			for (ServiceContext caller : NOT_ADMINISTRATORS) {
				tried++;
				assertThat(status(caller, operation)).as("%s by %s", operation, caller.roles()).isIn(403, 404);
			}
		}
		assertThat(tried).isGreaterThan(150);
		assertThat(state()).isEqualTo(before);
	}

	@Test
	@DisplayName("Ids of others: lists hold the caller's own alone")
	void listsNothingOfOthers() {
		for (ServiceContext caller : NOT_ADMINISTRATORS) {
			for (String path : List.of("/v1/keys?limit=500", "/v1/grants?limit=500", "/v1/teams?limit=500", "/v1/me",
					"/v1/usage?user=idp%7Cada&group_by=user,team")) {
				assertThat(ask(caller, HttpMethod.GET, path, null, 200).toString()).as(path)
					.doesNotContain(key, grant, "vault", "idp|ada");
			}
		}
	}

	@Test
	@DisplayName("Mass assignment: what is nobody's to set is refused or passed over")
	void takesNoFieldThatIsNotTheCallersToSet() {
		for (Map.Entry<String, Map<String, Object>> operation : bodies().entrySet()) {
			Map<String, Object> body = new HashMap<>(SET_BY_NOBODY);
			body.putAll(TIMES_SET_BY_NOBODY);
			body.putAll(operation.getValue());
			String method = operation.getKey().substring(0, operation.getKey().indexOf(' '));
			String path = operation.getKey().substring(operation.getKey().indexOf(' ') + 1).replace("{id}", "massive");
			EntityExchangeResult<byte[]> answer = request(RunningService.ADMIN, HttpMethod.valueOf(method), path, body)
				.exchange()
				.expectBody()
				.returnResult();
			byte[] content = answer.getResponseBody();
			if (answer.getStatus().is2xxSuccessful() && content != null) {
				assertThat(new String(content, StandardCharsets.UTF_8)).as(operation.getKey())
					.doesNotContain("idp|eve", "2001-01-01", "chosen", "tenantId", "isAdmin");
			}
			else {
				assertThat(answer.getStatus().value()).as(operation.getKey()).isIn(204, 400, 403, 404);
			}
		}
		assertThat(
				DATABASE.number("SELECT count(*) FROM usage.api_key WHERE id = 'chosen' OR roles::text LIKE '%eve%'"))
			.isZero();
	}

	@ParameterizedTest
	@DisplayName("Template injection: what would be an expression elsewhere stays text (GHSA-xqmj-j6mv-4862, GHSA-46cm-pfwv-cgf8)")
	@ValueSource(strings = { "{{7*7}}", "${7*7}", "#{T(java.lang.Runtime).getRuntime().exec('id')}", "*{7*7}",
			"<%= 7*7 %>", "%{7*7}", "${jndi:ldap://127.0.0.1:1/a}", "${HOME}", "${spring.r2dbc.password}" })
	void takesNoTextForAnExpression(String text) {
		JsonNode issued = ask(RunningService.ADMIN, HttpMethod.POST, "/v1/keys", Map.of("name", text), 201);
		assertThat(issued.path("name").asString()).isEqualTo(text);
		ask(RunningService.ADMIN, HttpMethod.PUT, "/v1/teams/template", Map.of("name", text), 200);
		assertThat(ask(RunningService.ADMIN, HttpMethod.GET, "/v1/teams/template", null, 200).path("name").asString())
			.isEqualTo(text);
		service.as(RunningService.ADMIN)
			.delete()
			.uri("/v1/keys/{id}", issued.path("id").asString())
			.exchange()
			.expectStatus()
			.isNoContent();
	}

	@ParameterizedTest
	@DisplayName("SQL in filters, sorts, ids and exports of administrators (SNYK-PYTHON-LITELLM-10598343)")
	@ValueSource(strings = { "' OR '1'='1", "'; SELECT pg_sleep(300);--", "x' UNION SELECT sha256 FROM usage.api_key--",
			"1;DROP TABLE usage.api_key;--", "\\'; SELECT 1--", "%' OR 1=1--", "$1", ":limit", "\u02bc OR 1=1" })
	void takesNoTextForSql(String text) {
		String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
		for (String path : List.of("/v1/usage?team=", "/v1/usage?user=", "/v1/usage?model=", "/v1/usage?group_by=",
				"/v1/usage?time_zone=", "/v1/usage?from=", "/v1/usage/export?team=", "/v1/usage/export?format=",
				"/v1/usage/chargeback?month=", "/v1/audit?action=", "/v1/audit?subject=", "/v1/audit?from=",
				"/v1/keys?after=", "/v1/teams?after=", "/v1/applications?team=", "/v1/applications?after=",
				"/v1/budgets?after=", "/v1/grants?after=", "/v1/keys?limit=", "/v1/teams/", "/v1/applications/",
				"/v1/budgets/team:", "/v1/usage/events/", "/v1/directory/people?search=")) {
			byte[] answer = service.as(RunningService.ADMIN)
				.get()
				.uri(URI.create(service.url() + path + encoded))
				.exchange()
				.expectStatus()
				.value((status) -> assertThat(status).as(path).isIn(200, 400, 404))
				.expectBody()
				.returnResult()
				.getResponseBody();
			assertThat((answer != null) ? new String(answer, StandardCharsets.UTF_8) : "").as(path)
				.doesNotContain("syntax error", "pg_catalog", "SQLSTATE", "R2dbc");
		}
		assertThat(DATABASE.number("SELECT count(*) FROM usage.api_key")).isPositive();
	}

	private static int status(ServiceContext caller, String operation) {
		String method = operation.substring(0, operation.indexOf(' '));
		String path = operation.substring(operation.indexOf(' ') + 1);
		String id = path.startsWith("/v1/keys") ? key
				: path.startsWith("/v1/grants") ? grant : path.startsWith("/v1/budgets") ? "team:vault"
						: path.startsWith("/v1/applications") ? "vaultapp" : "vault";
		String query = switch (path) {
			case "/v1/usage/chargeback", "/v1/usage/provisioned" -> "?month=2026-01";
			case "/v1/usage/reconciliation" -> "?format=openai-costs&provider=openai";
			default -> "";
		};
		String filled = path.replace("{id}", id)
			.replace("{role}", "Clinician")
			.replace("{matter}", "case-1")
			.replace("{requestId}", "req-of-somebody")
			.replace("{patient}", "pt_" + "a".repeat(24));
		return request(caller, HttpMethod.valueOf(method), filled + query, bodies().get(operation)).exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	/** What an administrator would send. */
	private static Map<String, Map<String, Object>> bodies() {
		Map<String, Map<String, Object>> bodies = new HashMap<>();
		bodies.put("POST /v1/keys", Map.of("name", "mass"));
		bodies.put("POST /v1/grants", Map.of("subject", "idp|gina", "roles", List.of("Clinician"), "reason", "audit",
				"ticket", "INC-1", "minutes", 5));
		bodies.put("POST /v1/grants/emergency", Map.of("reason", "treatment", "ticket", "INC-1", "minutes", 5));
		bodies.put("POST /v1/grants/{id}/review", Map.of("outcome", "justified"));
		bodies.put("POST /v1/keys/{id}/rotate", Map.of("overlap", "PT0S"));
		bodies.put("PUT /v1/teams/{id}", Map.of("name", "mass"));
		bodies.put("PUT /v1/applications/{id}", Map.of("team", "vault"));
		bodies.put("PUT /v1/budgets/{id}", Map.of("limitUsd", "1"));
		bodies.put("POST /v1/directory/clients", Map.of("application", "mass"));
		bodies.put("POST /v1/usage/reconciliation", Map.of("data", List.of()));
		bodies.put("POST /v1/audit/holds", Map.of("matter", "mass-1", "reason", "lawsuit"));
		return bodies;
	}

	/** What a successful attack would change. */
	private static String state() {
		StringBuilder state = new StringBuilder();
		for (String count : List.of("SELECT count(*) FROM usage.api_key WHERE revoked_at IS NULL",
				"SELECT count(*) FROM usage.api_key")) {
			state.append(DATABASE.number(count)).append(' ');
		}
		for (String path : List.of("/v1/teams/vault", "/v1/applications/vaultapp", "/v1/budgets/team:vault",
				"/v1/budgets?limit=500", "/v1/teams?limit=500", "/v1/applications?limit=500", "/v1/grants?limit=500",
				"/v1/audit/holds")) {
			state.append(ask(RunningService.ADMIN, HttpMethod.GET, path, null, 200));
		}
		return state.toString();
	}

	private static JsonNode ask(ServiceContext caller, HttpMethod method, String path,
			@Nullable Map<String, Object> body, int status) {
		byte[] answer = request(caller, method, path, body).exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return (answer != null) ? JSON.readTree(answer) : JSON.nullNode();
	}

	private static WebTestClient.RequestHeadersSpec<?> request(ServiceContext caller, HttpMethod method, String path,
			@Nullable Map<String, Object> body) {
		WebTestClient.RequestBodySpec request = service.as(caller).method(method).uri(URI.create(service.url() + path));
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(JSON.writeValueAsBytes(body))
				: request;
	}

}
