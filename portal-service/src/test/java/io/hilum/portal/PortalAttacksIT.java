package io.hilum.portal;

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

import org.springframework.http.HttpMethod;

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
			for (ServiceContext other : List.of(Callers.stranger("Clinician"), Callers.stranger("Admin"),
					Callers.caller(this.owner.subject(), this.owner.team() + " ", "Admin"))) {
				Answer answer = send(other, operation);
				assertThat(answer.status()).as("%s by %s", operation, other.roles()).isEqualTo(404);
				assertThat(answer.text()).doesNotContain("Quorvendale");
			}
		}
		requireUntouched();
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
		String path = operation.substring(operation.indexOf(' ') + 1)
			.replace("/v1/portal", "")
			.replace("{matter}", "x");
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			path = path.replace("{" + id.getKey() + "}", id.getValue());
		}
		return this.portal.send(caller, method, path,
				Set.of(HttpMethod.GET, HttpMethod.DELETE).contains(method) ? Map.of() : body());
	}

	/**
	 * What every operation that takes a body would take.
	 */
	private static Map<String, Object> body() {
		return Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "mine now", "title", "mine now",
				"name", "mine now", "rating", "up", "matter", "mine", "reason", "other");
	}

	private static String id(Answer answer) {
		return answer.body().get("id").asString();
	}

}
