package io.hilum.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.portal.RunningPortal.Answer;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on what belongs to somebody else, over every operation of the contract.
 */
class PortalAttacksIT {

	private static final OpenApi CONTRACT = OpenApi.of("portal-v1");

	/**
	 * What names nobody's things: it works for everybody, on their own.
	 */
	private static final Set<String> OF_EVERYBODY = Set.of("GET /v1/portal/me", "PUT /v1/portal/me/preferences",
			"GET /v1/portal/folders", "POST /v1/portal/folders", "GET /v1/portal/conversations",
			"POST /v1/portal/conversations", "POST /v1/portal/conversations/search", "GET /v1/portal/shared",
			"GET /v1/portal/templates", "POST /v1/portal/templates", "GET /v1/portal/deletions",
			"GET /v1/portal/retention", "GET /v1/portal/held");

	private static final Set<String> OF_ADMINISTRATORS = Set.of("GET /v1/portal/feedback", "GET /v1/portal/holds",
			"POST /v1/portal/holds", "DELETE /v1/portal/holds/{matter}");

	private final RunningPortal portal = RunningPortal.shared();

	private final ServiceContext owner = Callers.stranger("Clinician");

	private final Map<String, String> ids = new HashMap<>();

	@BeforeEach
	void keepSomething() {
		String conversation = this.portal.begin(this.owner, "Quorvendale");
		String message = this.portal.say(this.owner, conversation, null, "assistant", "Quorvendale has a secret");
		this.ids.put("conversation", conversation);
		this.ids.put("message", message);
		this.ids.put("folder",
				id(this.portal.send(this.owner, HttpMethod.POST, "/folders", Map.of("name", "Quorvendale"))));
		this.ids.put("template", id(this.portal.send(this.owner, HttpMethod.POST, "/templates",
				Map.of("scope", "team", "title", "Quorvendale", "text", "Quorvendale"))));
		this.ids.put("share", id(
				this.portal.send(this.owner, HttpMethod.PUT, "/conversations/" + conversation + "/share", Map.of())));
	}

	@Test
	@DisplayName("Ids of others: nothing of somebody else is there, whatever the operation and whoever asks")
	void hidesWhatBelongsToSomebodyElse() {
		Set<String> tried = new TreeSet<>(CONTRACT.operations());
		tried.removeAll(OF_EVERYBODY);
		tried.removeAll(OF_ADMINISTRATORS);
		assertThat(tried).hasSizeGreaterThan(18);
		for (String operation : tried) {
			for (ServiceContext other : others()) {
				Answer answer = send(other, operation);
				assertThat(answer.status()).as("%s by %s", operation, other.roles()).isEqualTo(404);
				assertThat(answer.text()).doesNotContain("Quorvendale");
			}
		}
		requireUntouched();
	}

	/**
	 * Of every role in another team, and nearly the owner.
	 */
	private List<ServiceContext> others() {
		List<ServiceContext> others = new ArrayList<>();
		List.of("Clinician", "Billing", "Developer", "Admin").forEach((role) -> others.add(Callers.stranger(role)));
		others.add(Callers.caller(this.owner.subject(), this.owner.team() + " ", "Admin"));
		return others;
	}

	@Test
	@DisplayName("Ids of others: who has conversations does not find the messages of others in them")
	void findsNoMessageOfOthersInOnesOwn() {
		ServiceContext other = Callers.stranger("Clinician");
		String own = this.portal.begin(other, "Mine");
		String messages = "/conversations/" + own + "/messages";
		String message = this.ids.get("message");
		assertThat(this.portal.get(other, messages + "/" + message).status()).isEqualTo(404);
		assertThat(this.portal.get(other, messages + "?leaf=" + message).status()).isEqualTo(404);
		assertThat(
				this.portal.send(other, HttpMethod.PUT, messages + "/" + message + "/feedback", Map.of("rating", "up"))
					.status())
			.isEqualTo(404);
		assertThat(this.portal
			.send(other, HttpMethod.POST, messages,
					Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "x", "parent", message))
			.status()).isEqualTo(404);
		assertThat(this.portal
			.send(other, HttpMethod.PATCH, "/conversations/" + own, Map.of("folder", this.ids.get("folder")))
			.status()).isEqualTo(404);
		assertThat(
				this.portal.send(other, HttpMethod.PATCH, "/conversations/" + own, Map.of("current", message)).status())
			.isEqualTo(404);
		assertThat(this.portal
			.send(other, HttpMethod.POST, "/conversations", Map.of("title", "x", "folder", this.ids.get("folder")))
			.status()).isEqualTo(404);
	}

	@Test
	@DisplayName("Ids of others: the same id is another conversation for somebody else")
	void tellsNobodyThatAnIdIsTaken() {
		ServiceContext other = Callers.stranger("Clinician");
		Answer begun = this.portal.send(other, HttpMethod.POST, "/conversations",
				Map.of("id", this.ids.get("conversation"), "title", "Mine"));
		assertThat(begun.status()).isEqualTo(201);
		assertThat(this.portal.get(other, "/conversations/" + this.ids.get("conversation") + "/messages").each("text"))
			.isEmpty();
		assertThat(
				this.portal.send(other, HttpMethod.DELETE, "/conversations/" + this.ids.get("conversation"), Map.of())
					.status())
			.isEqualTo(200);
		requireUntouched();
	}

	@Test
	@DisplayName("Search: nobody finds words of others, and nobody lists their things")
	void findsNothingOfOthers() {
		ServiceContext other = Callers.caller("other-of-" + this.owner.team(), this.owner.team(), "Clinician");
		this.portal.begin(other, "Mine");
		assertThat(search(other, "quorvendale").each("id")).isEmpty();
		assertThat(search(this.owner, "quorvendale").each("id")).containsExactly(this.ids.get("conversation"));
		assertThat(this.portal.get(other, "/conversations").text()).doesNotContain("Quorvendale");
		assertThat(this.portal.get(other, "/folders").text()).doesNotContain("Quorvendale");
		assertThat(this.portal.get(Callers.stranger("Clinician"), "/shared").text()).doesNotContain("Quorvendale");
		assertThat(this.portal.get(Callers.stranger("Clinician"), "/templates").text()).doesNotContain("Quorvendale");
	}

	@Test
	@DisplayName("Sharing is reading: who reads what is shared cannot reach the conversation behind it")
	void letsATeamOnlyReadWhatIsShared() {
		ServiceContext other = Callers.caller("other-of-" + this.owner.team(), this.owner.team(), "Clinician");
		assertThat(this.portal.get(other, "/shared/" + this.ids.get("share")).status()).isEqualTo(200);
		for (String operation : CONTRACT.operations()) {
			if (operation.contains("{conversation}")) {
				assertThat(send(other, operation).status()).as(operation).isEqualTo(404);
			}
		}
		requireUntouched();
	}

	@Test
	@DisplayName("Administration without its role is refused")
	void leavesAdministrationToAdministrators() {
		for (String operation : OF_ADMINISTRATORS) {
			for (String role : List.of("Clinician", "admin", "Admin ", "Administrator")) {
				assertThat(send(Callers.stranger(role), operation).status()).as("%s by %s", operation, role)
					.isEqualTo(403);
			}
		}
	}

	@Test
	@DisplayName("Mass assignment: what is nobody's to set is passed over")
	void takesNoFieldThatIsNotTheCallersToSet() {
		Map<String, Object> body = Map.of("title", "Massive", "holder", UUID.randomUUID().toString(), "owner", "eve",
				"messages", 99, "createdAt", "2001-01-01T00:00:00Z", "expiresAt", "2999-01-01T00:00:00Z", "key", "AAAA",
				"keptAs", "Eternal", "team", "eve");
		Answer begun = this.portal.send(this.owner, HttpMethod.POST, "/conversations", body);
		assertThat(begun.status()).isEqualTo(201);
		assertThat(begun.text()).doesNotContain("eve", "2001-01-01", "2999-01-01", "AAAA", "Eternal")
			.contains("\"messages\":0,");
	}

	@Test
	@DisplayName("Mass assignment: in no operation is a field taken that is nobody's to set")
	void takesInNoOperationAFieldThatIsNotTheCallersToSet() throws SQLException {
		String mark = "Zz" + UUID.randomUUID().toString().replace("-", "");
		Map<String, Object> body = new HashMap<>(body());
		for (String field : List.of("holder", "owner", "ownerId", "tenantId", "author", "createdBy", "keptAs", "key",
				"dataKey", "sealedKey", "sharedBy", "shareTeam", "placedBy", "liftedBy", "subjectId", "object")) {
			body.put(field, mark);
		}
		// A hold names somebody who is not there, lest it keep what others delete.
		body.put("subject", "nobody");
		body.putAll(Map.of("isAdmin", true, "mayChange", false, "version", 987654321, "messages", 987654321, "ordinal",
				987654321));
		for (String field : List.of("createdAt", "updatedAt", "expiresAt", "sharedAt", "placedAt", "liftedAt")) {
			body.put(field, "2001-01-01T00:00:00Z");
		}
		int taken = 0;
		for (String operation : CONTRACT.operations()) {
			String method = operation.substring(0, operation.indexOf(' '));
			if (Set.of("POST", "PUT", "PATCH").contains(method)) {
				ServiceContext caller = OF_ADMINISTRATORS.contains(operation) ? Callers.ADMIN : this.owner;
				Answer answer = this.portal.send(caller, HttpMethod.valueOf(method), path(operation), body);
				assertThat(answer.status()).as(operation).isIn(200, 201, 204, 400);
				assertThat(answer.text()).as(operation).doesNotContain(mark, "2001-01-01", "987654321");
				taken += (answer.status() < 300) ? 1 : 0;
			}
		}
		assertThat(taken).as("operations that take a body").isGreaterThan(8);
		for (String operation : CONTRACT.operations()) {
			if (operation.startsWith("GET ") && !OF_ADMINISTRATORS.contains(operation)) {
				assertThat(this.portal.get(this.owner, path(operation)).text()).as(operation)
					.doesNotContain(mark, "2001-01-01", "987654321");
			}
		}
		Dump dump = Dump.of(this.portal.database());
		assertThat(dump.has(this.owner.subject())).as("the check itself").isTrue();
		assertThat(dump.has(mark)).isFalse();
		assertThat(dump.has("2001-01-01")).isFalse();
	}

	@Test
	@DisplayName("Scripts: what somebody wrote comes back as data, wherever it was written, and never as a page")
	void givesScriptsBackAsDataOnly() throws IOException {
		List<String> attacks = attacks();
		assertThat(attacks).hasSizeGreaterThan(40);
		ServiceContext writer = Callers.stranger("Clinician");
		String text = String.join("\n", attacks);
		String title = "<img src=x onerror=window.attacked=1>\"';--><script>window.attacked=1</script>";
		this.portal.send(writer, HttpMethod.PUT, "/me/preferences", Map.of("displayName", title));
		this.ids.put("folder", id(this.portal.send(writer, HttpMethod.POST, "/folders", Map.of("name", title))));
		String conversation = this.portal.begin(writer, title);
		this.ids.put("conversation", conversation);
		Map<String, Object> message = Map.of("id", UUID.randomUUID().toString(), "role", "assistant", "text", text,
				"seen", text, "attachments", List.of(Map.of("name", title)), "citations",
				List.of(Map.of("title", title)));
		String messages = "/conversations/" + conversation + "/messages";
		this.ids.put("message", id(this.portal.send(writer, HttpMethod.POST, messages, message)));
		this.portal.send(writer, HttpMethod.PUT, messages + "/" + this.ids.get("message") + "/feedback",
				Map.of("rating", "down", "comment", title));
		this.ids.put("template", id(this.portal.send(writer, HttpMethod.POST, "/templates",
				Map.of("scope", "own", "title", title, "description", title, "text", text))));
		this.ids.put("share",
				id(this.portal.send(writer, HttpMethod.PUT, "/conversations/" + conversation + "/share", Map.of())));
		List<String> paths = new ArrayList<>(List.of("/conversations/" + conversation + "/export?format=markdown"));
		CONTRACT.operations()
			.stream()
			.filter((operation) -> operation.startsWith("GET ") && !OF_ADMINISTRATORS.contains(operation))
			.forEach((operation) -> paths.add(path(operation)));
		for (String path : paths) {
			Answer answer = this.portal.get(writer, path);
			String type = String.valueOf(answer.headers().getContentType());
			if (path.contains("/export")) {
				assertThat(answer.headers().getContentDisposition().isAttachment()).as(path).isTrue();
				assertThat(answer.headers().getContentDisposition().getFilename()).matches("[a-z0-9.-]+");
			}
			assertThat(type).as(path).startsWith(path.contains("markdown") ? "text/markdown" : "application/json");
		}
		assertThat(this.portal.get(writer, "/conversations/" + conversation).body().get("title").asString())
			.isEqualTo(title);
		assertThat(this.portal.get(writer, messages).each("text")).containsExactly(text);
	}

	private static List<String> attacks() throws IOException {
		String file = Files.readString(Path.of("../portal/src/testing/attacks.json"));
		return JsonMapper.shared().readTree(file).valueStream().map(JsonNode::asString).toList();
	}

	@Test
	@DisplayName("Management and debugging: nothing of it is open, to callers with a context either")
	void hasNoDoorToItsManagement() {
		for (String path : List.of("/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump",
				"/actuator/loggers", "/actuator/configprops", "/actuator/mappings", "/actuator/shutdown",
				"/actuator/restart", "/actuator/refresh", "/actuator/flyway", "/actuator/conditions",
				"/actuator/metrics", "/actuator/httpexchanges", "/actuator/jolokia", "/h2-console", "/v3/api-docs",
				"/swagger-ui.html", "/swagger-ui/index.html", "/debug", "/trace", "/error", "/.env", "/.git/config")) {
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
				EntityExchangeResult<byte[]> answer = this.portal.anonymous()
					.method(method)
					.uri(path)
					.header(ServiceContext.HEADER, this.portal.sign(Callers.ADMIN))
					.exchange()
					.expectBody(byte[].class)
					.returnResult();
				assertThat(answer.getStatus().value()).as("%s %s", method, path).isIn(404, 405);
				requireSilent(answer);
			}
		}
		for (String open : List.of("/actuator/info", "/actuator/prometheus", "/actuator/health")) {
			EntityExchangeResult<byte[]> answer = this.portal.anonymous()
				.get()
				.uri(open)
				.exchange()
				.expectBody(byte[].class)
				.returnResult();
			assertThat(body(answer)).as(open)
				.doesNotContain(RunningPortal.MASTER, "r2dbc:postgresql", this.owner.subject(), "Quorvendale");
		}
	}

	@Test
	@DisplayName("Errors tell nothing of what the service is made of")
	void tellsNothingOfWhatItIsMadeOf() {
		Map<String, String> broken = Map.of("{", "application/json", "{\"title\":{\"a\":[1]}}", "application/json",
				"[]", "application/json", "<a/>", "application/xml", "title=a", "application/x-www-form-urlencoded");
		broken.forEach((body, type) -> {
			EntityExchangeResult<byte[]> answer = this.portal.anonymous()
				.post()
				.uri("/v1/portal/conversations")
				.header(ServiceContext.HEADER, this.portal.sign(this.owner))
				.header("content-type", type)
				.bodyValue(body.getBytes(StandardCharsets.UTF_8))
				.exchange()
				.expectBody(byte[].class)
				.returnResult();
			assertThat(answer.getStatus().is4xxClientError()).as("%s: %s", body, answer.getStatus()).isTrue();
			requireSilent(answer);
		});
	}

	private static void requireSilent(EntityExchangeResult<byte[]> answer) {
		assertThat(body(answer)).doesNotContain("io.hilum", "org.springframework", "Exception", "\tat ",
				"tools.jackson");
		for (String header : List.of("Server", "X-Powered-By", "X-Application-Context")) {
			assertThat(answer.getResponseHeaders().getFirst(header)).as(header).isNull();
		}
	}

	private static String body(EntityExchangeResult<byte[]> answer) {
		byte[] body = answer.getResponseBody();
		return (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
	}

	@Test
	@DisplayName("Doors: nobody gets in without a context, or with a forged one")
	void opensToNobodyWithoutAContext() {
		ClosedDoors doors = new ClosedDoors(this.portal.url(), CONTRACT);
		assertThat(doors.openedByNobody()).isEmpty();
		assertThat(doors.openedByForgeriesOf(ServiceContext.HEADER, this.portal.sign(this.owner))).isEmpty();
	}

	@Test
	@DisplayName("Bounds: what is too long or too much is refused by its name and not repeated")
	void refusesWhatIsTooMuch() {
		String path = "/conversations/" + this.ids.get("conversation") + "/messages";
		Answer tooLong = this.portal.send(this.owner, HttpMethod.POST, path,
				Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "Quorvendale ".repeat(40_000)));
		assertThat(tooLong.status()).isEqualTo(413);
		assertThat(tooLong.code()).isEqualTo("message_too_long");
		assertThat(tooLong.text()).doesNotContain("Quorvendale");
		assertThat(this.portal
			.send(this.owner, HttpMethod.POST, path,
					Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "x".repeat(7 << 20)))
			.status()).isEqualTo(413);
		Answer title = this.portal.send(this.owner, HttpMethod.POST, "/conversations",
				Map.of("title", "Quorvendale".repeat(100)));
		assertThat(title.status()).isEqualTo(400);
		assertThat(title.text()).doesNotContain("Quorvendale");
	}

	private void requireUntouched() {
		String path = "/conversations/" + this.ids.get("conversation");
		assertThat(this.portal.get(this.owner, path).body().get("title").asString()).isEqualTo("Quorvendale");
		assertThat(this.portal.get(this.owner, path + "/messages").each("text"))
			.containsExactly("Quorvendale has a secret");
		assertThat(this.portal.get(this.owner, "/folders").each("name")).containsExactly("Quorvendale");
	}

	private Answer search(ServiceContext caller, String words) {
		return this.portal.send(caller, HttpMethod.POST, "/conversations/search", Map.of("q", words));
	}

	private Answer send(ServiceContext caller, String operation) {
		HttpMethod method = HttpMethod.valueOf(operation.substring(0, operation.indexOf(' ')));
		return this.portal.send(caller, method, path(operation),
				Set.of(HttpMethod.GET, HttpMethod.DELETE).contains(method) ? Map.of() : body());
	}

	private String path(String operation) {
		String path = operation.substring(operation.indexOf(' ') + 1)
			.replace("/v1/portal", "")
			.replace("{matter}", "x")
			.replaceFirst("/held$", "/held?conversation=" + this.ids.get("conversation"));
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			path = path.replace("{" + id.getKey() + "}", id.getValue());
		}
		return path;
	}

	/**
	 * What every operation that takes a body would take.
	 */
	private static Map<String, Object> body() {
		return Map.ofEntries(Map.entry("id", UUID.randomUUID().toString()), Map.entry("role", "user"),
				Map.entry("text", "mine now"), Map.entry("title", "mine now"), Map.entry("name", "mine now"),
				Map.entry("rating", "up"), Map.entry("matter", "mine-" + UUID.randomUUID()),
				Map.entry("reason", "other"), Map.entry("q", "mine"), Map.entry("scope", "own"));
	}

	private static String id(Answer answer) {
		return answer.body().get("id").asString();
	}

}
