package io.hilum.rag;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.hilum.architecture.contract.ClosedDoors;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.rag.RunningRag.Answer;
import io.hilum.rag.read.Samples;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service from end to end: real database, real model, real reader.
 */
class RagJourneyIT {

	private static final Map<String, List<String>> CLINICIANS = Map.of("roles", List.of("Clinician"));

	private static final byte[] GUIDELINE = Samples.pdf(List.of(
			List.of("Secondary prevention after stroke",
					"This guideline is for the stroke unit. Protocol ZX-4471 applies."),
			List.of("3.1 Platelets", "Aspirin is given within a day of the event unless there is bleeding.",
					"3.2 Lipids", "High-intensity atorvastatin is started before discharge unless contraindicated."),
			List.of("4 Visitors", "Relatives may park behind the main entrance until ten in the evening.")));

	private static final String CANARY = "Quillfeather";

	@SuppressWarnings("NullAway.Init")
	private static RunningRag rag;

	@BeforeAll
	static void start() {
		rag = RunningRag.start();
	}

	@AfterAll
	static void stop() {
		rag.close();
	}

	@Test
	void answersFromAnUploadedPdfByWordsAndByMeaning() {
		rag.createCollection("guidelines", CLINICIANS);
		JsonNode document = rag.ingest("guidelines", "Secondary prevention after stroke.pdf", "application/pdf",
				GUIDELINE);
		assertThat(document.get("status").asString()).isEqualTo("ready");
		assertThat(document.get("passages").asInt()).isEqualTo(4);

		JsonNode byWord = rag.search(Callers.CLINICIAN, "ZX-4471", "guidelines").body().at("/passages/0");
		assertThat(byWord.get("text").asString()).contains("Protocol ZX-4471");
		assertThat(byWord.get("page").asInt()).isEqualTo(1);

		JsonNode byMeaning = rag.search(Callers.CLINICIAN, "Which drug brings down cholesterol?", "guidelines")
			.body()
			.at("/passages/0");
		assertThat(byMeaning.get("text").asString()).startsWith("High-intensity atorvastatin");
		assertThat(byMeaning.get("page").asInt()).isEqualTo(2);
		assertThat(byMeaning.get("section").asString()).isEqualTo("3.2 Lipids");
		assertThat(byMeaning.get("collection").asString()).isEqualTo("guidelines");
		assertThat(byMeaning.at("/document/id")).isEqualTo(document.get("id"));
		assertThat(byMeaning.at("/document/title").asString()).isEqualTo("Secondary prevention after stroke.pdf");
		assertThat(byMeaning.get("score").asDouble()).isBetween(0.01, 0.04);
	}

	@Test
	void answersInTheFormOfTheContract() throws Exception {
		rag.createCollection("contract", CLINICIANS);
		rag.ingest("contract", "stroke.pdf", "application/pdf", GUIDELINE);
		try (var example = getClass().getResourceAsStream("/contracts/examples/search/response.json")) {
			JsonNode wanted = tools.jackson.databind.json.JsonMapper.shared().readTree(example).at("/passages/0");
			JsonNode given = rag.search(Callers.CLINICIAN, "lipids statin", "contract").body().at("/passages/0");
			assertThat(given.propertyNames()).containsExactlyInAnyOrderElementsOf(wanted.propertyNames());
			assertThat(given.get("document").propertyNames())
				.containsExactlyInAnyOrderElementsOf(wanted.get("document").propertyNames());
		}
	}

	@Test
	void readsEveryFormat() {
		rag.createCollection("formats", CLINICIANS);
		String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
		rag.ingest("formats", "a.docx", docx, Samples.docx("Dose", "Metformin for diabetes.", List.of("HbA1c", "7.1")));
		rag.ingest("formats", "b.html", "text/html",
				Samples.bytes("<h1>Fracture</h1><p>A plaster cast for the arm.</p>"));
		rag.ingest("formats", "c.md", "application/octet-stream",
				Samples.bytes("# Fever\n\nParacetamol every six hours."));
		rag.ingest("formats", "d.txt", "text/plain", Samples.bytes("Wash hands for thirty seconds."));
		assertThat(rag.search(Callers.CLINICIAN, "HbA1c", "formats").texts()).anyMatch((text) -> text.contains("7.1"));
		assertThat(rag.search(Callers.CLINICIAN, "broken bone", "formats").texts().getFirst()).contains("plaster");
		assertThat(rag.search(Callers.CLINICIAN, "high temperature remedy", "formats").texts().getFirst())
			.contains("Paracetamol");
		assertThat(rag.search(Callers.CLINICIAN, "hygiene", "formats").texts().getFirst()).contains("hands");
	}

	@Test
	void forgetsDeletedDocumentsAtOnce() {
		rag.createCollection("forget", CLINICIANS);
		String id = rag.ingest("forget", "a.txt", "text/plain", Samples.bytes("Warfarin needs INR control."))
			.get("id")
			.asString();
		assertThat(rag.search(Callers.CLINICIAN, "warfarin", "forget").texts()).isNotEmpty();
		String path = "/v1/collections/forget/documents/" + id;
		assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, path, Map.of()).status()).isEqualTo(204);
		assertThat(rag.search(Callers.CLINICIAN, "warfarin", "forget").texts()).isEmpty();
		assertThat(rag.send(Callers.ADMIN, HttpMethod.GET, path, Map.of()).code()).isEqualTo("document_not_found");
		assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, path, Map.of()).status()).isEqualTo(404);
	}

	@Test
	void shredsTheKeyOfADeletedCollection() throws SQLException {
		rag.createCollection("shred", CLINICIANS);
		rag.ingest("shred", "a.txt", "text/plain", Samples.bytes("Heparin in the line."));
		assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, "/v1/collections/shred", Map.of()).status())
			.isEqualTo(204);
		assertThat(rag.search(Callers.CLINICIAN, "heparin", "shred").code()).isEqualTo("collection_not_found");
		assertThat(query(
				"select count(*) from rag.collections where name = 'shred' and num_nonnulls(data_key, wrapped_key) > 0"))
			.isEqualTo("0");
		assertThat(query("""
				select count(*) from rag.passages p join rag.documents d on d.id = p.document_id
				join rag.collections c on c.id = d.collection_id where c.name = 'shred'""")).isEqualTo("0");
		rag.createCollection("shred", CLINICIANS);
		assertThat(rag.search(Callers.CLINICIAN, "heparin", "shred").texts()).isEmpty();
	}

	@Test
	void keepsNoTextInTheClear() throws SQLException {
		rag.createCollection("canary", CLINICIANS);
		JsonNode ready = rag.ingest("canary", CANARY + ".pdf", "application/pdf",
				Samples.pdf(List.of(List.of("1 " + CANARY + " Irma", "Irma " + CANARY + " has diabetes."))));
		assertThat(ready.get("title").asString()).contains(CANARY);
		JsonNode failed = rag.ingest("canary", CANARY + "-2.pdf", "application/pdf",
				Samples.bytes("%PDF-1.4 " + CANARY));
		assertThat(failed.get("status").asString()).isEqualTo("failed");
		assertThat(rag.search(Callers.CLINICIAN, CANARY, "canary").texts()).isNotEmpty();
		assertThat(dump()).isNotEmpty().noneMatch((cell) -> cell.contains(CANARY) || cell.contains("diabetes"));
	}

	@Test
	void refusesPassagesThatWereSwapped() throws SQLException {
		rag.createCollection("swap", CLINICIANS);
		rag.ingest("swap", "a.md", "text/markdown",
				Samples.bytes("# Left\n\nThe left kidney.\n\n# Right\n\nThe right kidney."));
		assertThat(rag.search(Callers.CLINICIAN, "kidney", "swap").texts()).hasSize(2);
		execute("""
				update rag.passages p set content = other.content from rag.passages other, rag.documents d,
				rag.collections c where other.document_id = p.document_id and other.id <> p.id
				and d.id = p.document_id and c.id = d.collection_id and c.name = 'swap'""");
		Answer answer = rag.search(Callers.CLINICIAN, "kidney", "swap");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.code()).isEqualTo("integrity_broken");
	}

	@Test
	void endsHostileDocumentsWithAReason() {
		rag.createCollection("hostile", CLINICIANS);
		String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
		assertThat(rag.ingest("hostile", "bomb.docx", docx, Samples.docxBomb(200)).get("reason").asString())
			.isEqualTo("unsafe");
		assertThat(
				rag.ingest("hostile", "pages.pdf", "application/pdf", Samples.emptyPdf(3000)).get("reason").asString())
			.isEqualTo("too_many_pages");
		assertThat(
				rag.ingest("hostile", "locked.pdf", "application/pdf", Samples.encryptedPdf()).get("reason").asString())
			.isEqualTo("encrypted");
		assertThat(rag.ingest("hostile", "empty.pdf", "application/pdf", Samples.emptyPdf(1)).get("reason").asString())
			.isEqualTo("no_text");
	}

	@Test
	void refusesUploadsThatAreNotWhatTheySay() {
		rag.createCollection("refuse", CLINICIANS);
		assertThat(rag.upload(Callers.ADMIN, "refuse", "a.pdf", "application/pdf", Samples.bytes("text")).code())
			.isEqualTo("unsupported_document");
		assertThat(rag.upload(Callers.ADMIN, "refuse", "a.exe", "application/x-msdownload", new byte[] { 'M', 'Z' })
			.status()).isEqualTo(415);
		assertThat(rag.upload(Callers.ADMIN, "refuse", "a.txt", "text/plain", new byte[21_000_000]).code())
			.isEqualTo("document_too_large");
	}

	@Test
	void letsWritersFillAndReadersRead() {
		rag.createCollection("writers", Map.of("writers", List.of("Billing"), "teams", List.of("cardiology")));
		byte[] text = Samples.bytes("CPT 99213 is an office visit.");
		assertThat(rag.upload(Callers.BILLING, "writers", "a.txt", "text/plain", text).status()).isEqualTo(202);
		assertThat(rag.upload(Callers.CLINICIAN, "writers", "a.txt", "text/plain", text).code()).isEqualTo("forbidden");
		assertThat(rag.search(Callers.CLINICIAN, "visit", "writers").status()).isEqualTo(200);
		assertThat(rag.search(Callers.BILLING, "visit", "writers").code()).isEqualTo("collection_not_found");
		assertThat(rag.search(Callers.ADMIN, "visit", "writers").code()).isEqualTo("collection_not_found");
	}

	@Test
	void hidesCollectionsFromWhoeverIsNotNamed() {
		rag.createCollection("hidden", CLINICIANS);
		Answer hidden = rag.send(Callers.BILLING, HttpMethod.GET, "/v1/collections/hidden", Map.of());
		Answer missing = rag.send(Callers.BILLING, HttpMethod.GET, "/v1/collections/missing", Map.of());
		assertThat(hidden).isEqualTo(missing);
		assertThat(hidden.status()).isEqualTo(404);
		assertThat(rag.send(Callers.BILLING, HttpMethod.GET, "/v1/collections", Map.of()).body().toString())
			.doesNotContain("hidden");
		assertThat(rag.send(Callers.CLINICIAN, HttpMethod.GET, "/v1/collections", Map.of()).body().toString())
			.contains("hidden");
		assertThat(rag.search(Callers.BILLING, "x", "hidden")).isEqualTo(rag.search(Callers.BILLING, "x", "missing"));
		assertThat(rag.send(Callers.BILLING, HttpMethod.DELETE, "/v1/collections/hidden", Map.of()).status())
			.isEqualTo(404);
		assertThat(rag.send(Callers.CLINICIAN, HttpMethod.DELETE, "/v1/collections/hidden", Map.of()).status())
			.isEqualTo(403);
	}

	@Test
	void letsOnlyAdministratorsMakeAndChangeCollections() {
		Map<String, ?> request = Map.of("name", "mine", "access",
				Map.of("users", List.of(Callers.CLINICIAN.subject())));
		assertThat(rag.send(Callers.CLINICIAN, HttpMethod.POST, "/v1/collections", request).code())
			.isEqualTo("forbidden");
		assertThat(rag.send(Callers.ADMIN, HttpMethod.POST, "/v1/collections", request).status()).isEqualTo(201);
		assertThat(rag.send(Callers.ADMIN, HttpMethod.POST, "/v1/collections", request).code())
			.isEqualTo("collection_exists");
		assertThat(rag.search(Callers.CLINICIAN, "x", "mine").status()).isEqualTo(200);
		Map<String, ?> change = Map.of("description", "Letters", "access", Map.of());
		Answer changed = rag.send(Callers.ADMIN, HttpMethod.PATCH, "/v1/collections/mine", change);
		assertThat(changed.body().get("description").asString()).isEqualTo("Letters");
		assertThat(rag.search(Callers.CLINICIAN, "x", "mine").status()).isEqualTo(404);
	}

	@Test
	void refusesRequestsThatMakeNoSense() {
		rag.createCollection("sense", CLINICIANS);
		for (Map<String, ?> request : List.of(Map.of("query", "x"), Map.of("collections", List.of(), "query", "x"),
				Map.of("collections", List.of("sense")), Map.of("collections", List.of("sense"), "query", " "),
				Map.of("collections", List.of("sense"), "query", "x".repeat(4001)),
				Map.of("collections", List.of("sense"), "query", "x", "limit", 21),
				Map.of("collections", List.of("sense"), "query", "x", "limit", 0))) {
			Answer answer = rag.send(Callers.CLINICIAN, HttpMethod.POST, "/v1/search", request);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.code()).isEqualTo("invalid_request");
		}
		assertThat(rag.send(Callers.ADMIN, HttpMethod.POST, "/v1/collections", Map.of("name", "../x")).status())
			.isEqualTo(400);
		assertThat(rag.search(Callers.CLINICIAN, "x", "../x").code()).isEqualTo("collection_not_found");
	}

	@Test
	void believesNobodyWithoutAContext() {
		rag.anonymous().get().uri("/v1/collections").exchange().expectStatus().isUnauthorized();
		rag.anonymous()
			.get()
			.uri("/v1/collections")
			.header("X-User", "ada")
			.header("Hilum-Context", "gateway-service.x.y")
			.exchange()
			.expectStatus()
			.isUnauthorized();
		rag.anonymous().get().uri("/actuator/env").exchange().expectStatus().isNotFound();
		rag.anonymous().get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
	}

	@Test
	void opensNoDoorToACallWithoutAContext() {
		ClosedDoors doors = new ClosedDoors(rag.url(), OpenApi.of("rag-v1"));
		assertThat(doors.openedByNobody()).isEmpty();
		assertThat(doors.openedByForgeriesOf(ServiceContext.HEADER, rag.sign(Callers.ADMIN))).isEmpty();
	}

	@Test
	void pagesThroughDocuments() {
		rag.createCollection("pages", CLINICIANS);
		List<String> ids = IntStream.range(0, 3)
			.mapToObj((i) -> rag
				.upload(Callers.ADMIN, "pages", i + ".txt", "text/plain", Samples.bytes("Text number " + i))
				.body()
				.get("id")
				.asString())
			.toList();
		JsonNode first = rag
			.send(Callers.CLINICIAN, HttpMethod.GET, "/v1/collections/pages/documents?limit=2", Map.of())
			.body()
			.get("documents");
		JsonNode second = rag
			.send(Callers.CLINICIAN, HttpMethod.GET, "/v1/collections/pages/documents?after=" + ids.get(1), Map.of())
			.body()
			.get("documents");
		assertThat(first).extracting((document) -> document.get("id").asString())
			.containsExactly(ids.get(0), ids.get(1));
		assertThat(second).extracting((document) -> document.get("id").asString()).containsExactly(ids.get(2));
	}

	private static List<String> dump() throws SQLException {
		List<String> cells = new ArrayList<>();
		for (String table : List.of("collections", "documents", "passages")) {
			try (Connection connection = connect();
					Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("select * from rag." + table)) {
				while (rows.next()) {
					for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
						byte[] bytes = rows.getBytes(i);
						cells.add(
								(bytes != null) ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1) : "");
					}
				}
			}
		}
		return cells;
	}

	private static String query(String sql) throws SQLException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static void execute(String sql) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			assertThat(statement.executeUpdate(sql)).isEqualTo(2);
		}
	}

	private static Connection connect() throws SQLException {
		return DriverManager.getConnection(rag.database().jdbcUrl(), rag.database().username(),
				rag.database().password());
	}

}
