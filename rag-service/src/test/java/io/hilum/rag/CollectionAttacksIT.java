package io.hilum.rag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.rag.RunningRag.Answer;
import io.hilum.rag.read.Samples;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Attacks on who may do what with collections and documents, over every operation of the
 * contract.
 */
class CollectionAttacksIT {

	private static final Set<String> FOR_EVERYBODY = Set.of("GET /v1/collections", "POST /v1/search");

	private static final List<ServiceContext> OUTSIDERS = List.of(Callers.CLINICIAN, Callers.BILLING,
			Callers.caller("dana", "research", "Developer"), Callers.caller("eve", "vault", "admin"),
			Callers.caller("eve", "vault-team ", "Administrator", "ADMIN", "Admin "),
			Callers.caller("keeper2", "vault-tea", "Keeper2"));

	private static final ServiceContext READER = Callers.caller("kim", "vault-team", "Clinician");

	@SuppressWarnings("NullAway.Init")
	private static RunningRag rag;

	@SuppressWarnings("NullAway.Init")
	private static String document;

	@BeforeAll
	static void start() {
		rag = RunningRag.start();
		rag.createCollection("vault", Map.of("teams", List.of("vault-team"), "writers", List.of("Keeper")));
		document = rag.ingest("vault", "a.txt", "text/plain", Samples.bytes("Quorvendale has the combination."))
			.get("id")
			.asString();
		rag.createCollection("open", Map.of("roles", List.of("Clinician", "Billing", "Developer")));
	}

	@AfterAll
	static void stop() {
		rag.close();
	}

	@Test
	@DisplayName("Ids of others: a collection is not there for whom its list does not name, whatever the operation")
	void hidesACollectionFromWhomItsListDoesNotName() {
		for (String operation : OpenApi.of("rag-v1").operations()) {
			if (FOR_EVERYBODY.contains(operation) || operation.equals("POST /v1/collections")) {
				continue;
			}
			for (ServiceContext caller : OUTSIDERS) {
				for (String path : paths(operation)) {
					Answer answer = rag.send(caller, HttpMethod.valueOf(method(operation)), path,
							method(operation).equals("GET") ? Map.of() : Map.of("description", "mine now"));
					assertThat(answer.status()).as("%s %s by %s", operation, path, caller.roles()).isIn(403, 404);
					assertThat(answer.body().toString()).doesNotContain("Quorvendale", "vault-team", "a.txt");
				}
			}
		}
		for (ServiceContext caller : OUTSIDERS) {
			assertThat(rag.send(caller, HttpMethod.GET, "/v1/collections", Map.of()).body().toString())
				.doesNotContain("vault-team");
			assertThat(rag.search(caller, "Quorvendale", "vault").status()).isEqualTo(404);
			assertThat(rag.search(caller, "Quorvendale", "open", "vault").status()).isEqualTo(404);
			assertThat(rag.search(caller, "Quorvendale", "VAULT").status()).isEqualTo(404);
		}
		assertThat(rag.search(READER, "Quorvendale", "vault").texts()).hasSize(1);
	}

	@Test
	@DisplayName("Ids of others: a document is not there by the name of another collection")
	void findsNoDocumentByTheNameOfAnotherCollection() {
		String path = "/v1/collections/open/documents/" + document;
		assertThat(rag.send(Callers.CLINICIAN, HttpMethod.GET, path, Map.of()).status()).isEqualTo(404);
		assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, path, Map.of()).status()).isEqualTo(404);
		assertThat(rag.search(READER, "Quorvendale", "vault").texts()).hasSize(1);
	}

	@Test
	@DisplayName("Administration without its role: who may read, or fill, changes nothing else")
	void leavesAdministrationToAdministrators() {
		for (ServiceContext caller : List.of(READER, Callers.caller("kay", "vault-team", "Keeper", "admin"))) {
			for (HttpMethod method : List.of(HttpMethod.PATCH, HttpMethod.DELETE)) {
				assertThat(
						rag.send(caller, method, "/v1/collections/vault", Map.of("description", "mine now")).status())
					.isEqualTo(403);
			}
			assertThat(rag.send(caller, HttpMethod.POST, "/v1/collections", Map.of("name", "mine")).status())
				.isEqualTo(403);
		}
		assertThat(
				rag.send(READER, HttpMethod.DELETE, "/v1/collections/vault/documents/" + document, Map.of()).status())
			.isEqualTo(403);
		assertThat(rag.search(READER, "Quorvendale", "vault").texts()).hasSize(1);
	}

	@Test
	@DisplayName("Ids of others: a personal collection is there for its maker alone, not for administrators")
	void hidesAPersonalCollectionFromEverybodyElse() {
		ServiceContext maker = Callers.CLINICIAN;
		assertThat(
				rag.send(maker, HttpMethod.POST, "/v1/collections", Map.of("name", "personal-a", "description", "mine"))
					.status())
			.isEqualTo(400);
		assertThat(rag.send(maker, HttpMethod.POST, "/v1/collections", Map.of("name", "personal-a")).status())
			.isEqualTo(201);
		String own = rag.upload(maker, "personal-a", "b.txt", "text/plain", Samples.bytes("Marrowick takes aspirin."))
			.body()
			.get("id")
			.asString();
		await().atMost(RunningRag.PATIENCE)
			.until(() -> rag.search(maker, "Marrowick", "personal-a").texts(), (texts) -> !texts.isEmpty());
		for (ServiceContext other : List.of(Callers.ADMIN, Callers.BILLING, READER)) {
			assertThat(rag.search(other, "Marrowick", "personal-a").status()).isEqualTo(404);
			for (String operation : OpenApi.of("rag-v1").operations()) {
				if (operation.contains("{")) {
					String path = operation.substring(operation.indexOf(' ') + 1)
						.replaceFirst("\\{[^}]+}", "personal-a")
						.replaceFirst("\\{[^}]+}", own);
					assertThat(rag
						.send(other, HttpMethod.valueOf(method(operation)), path,
								method(operation).equals("GET") ? Map.of() : Map.of("description", "mine now"))
						.status()).as("%s by %s", operation, other.roles()).isEqualTo(404);
				}
			}
			assertThat(rag.send(other, HttpMethod.GET, "/v1/collections", Map.of()).body().toString())
				.doesNotContain("personal-a");
		}
		Map<String, Object> everybody = Map.of("access", Map.of("teams", List.of("cardiology")));
		assertThat(rag.send(maker, HttpMethod.PATCH, "/v1/collections/personal-a", everybody).status()).isEqualTo(403);
		assertThat(rag.search(maker, "Marrowick", "personal-a").texts()).hasSize(1);
		assertThat(rag.send(maker, HttpMethod.DELETE, "/v1/collections/personal-a", Map.of()).status()).isEqualTo(204);
		assertThat(rag.search(maker, "Marrowick", "personal-a").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("Mass assignment: what is nobody's to set is refused or passed over")
	void takesNoFieldThatIsNotTheCallersToSet() {
		Map<String, Object> body = new HashMap<>(
				Map.of("name", "massive", "id", "00000000-0000-0000-0000-000000000001", "createdBy", "https://idp|eve",
						"createdAt", "2001-01-01T00:00:00Z", "tenantId", "other", "ownerId", "eve", "isAdmin", true,
						"wrappedKey", "AAAA", "dataKey", "v1 AAAA", "deletedAt", "2001-01-01T00:00:00Z"));
		Answer created = rag.send(Callers.ADMIN, HttpMethod.POST, "/v1/collections", body);
		if (created.status() == 201) {
			requireOwn(created.body());
		}
		else {
			assertThat(created.status()).isEqualTo(400);
			rag.createCollection("massive", Map.of());
		}
		body.remove("name");
		Answer changed = rag.send(Callers.ADMIN, HttpMethod.PATCH, "/v1/collections/massive", body);
		assertThat(changed.status()).isIn(200, 400);
		requireOwn(rag.send(Callers.ADMIN, HttpMethod.GET, "/v1/collections/massive", Map.of()).body());
	}

	private static void requireOwn(JsonNode collection) {
		assertThat(collection.toString()).doesNotContain("eve", "2001-01-01", "00000000-0000-0000-0000-000000000001",
				"AAAA", "tenantId", "isAdmin");
	}

	private static String method(String operation) {
		return operation.substring(0, operation.indexOf(' '));
	}

	private static List<String> paths(String operation) {
		String path = operation.substring(operation.indexOf(' ') + 1).replaceFirst("\\{[^}]+}", "vault");
		return path.contains("{") ? List.of(path.replaceFirst("\\{[^}]+}", document),
				path.replaceFirst("\\{[^}]+}", UUID.randomUUID().toString())) : List.of(path);
	}

}
