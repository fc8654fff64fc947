package io.hilum.usage.phi.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statistics of identifiers over HTTP, from a real ledger.
 */
class PhiReportsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String JANUARY = "from=2026-01-01&to=2026-01-31";

	private static final TestDatabase DATABASE = TestDatabase.create();

	private final OpenApi contract = OpenApi.of("usage-v1");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home, "--hilum.inbox.enabled=false");
		service.bean(Ledger.class)
			.append(List.of(
					entry("2026-01-05T23:30:00Z", "cardiology", "idp|amelia", "DEIDENTIFIED",
							Map.of("NAME", 3, "MRN", 1)),
					entry("2026-01-06T08:00:00Z", "cardiology", "idp|bo", "DEIDENTIFIED", Map.of("NAME", 2)),
					entry("2026-01-06T09:00:00Z", "revenue", "idp|bo", "RAW", Map.of("DATE", 0)),
					entry("2026-01-06T09:30:00Z", "revenue", "idp|bo", "DEIDENTIFIED", Map.of()),
					entry("2026-02-01T00:00:00Z", "=SUM(A1)", "idp|bo", "DEIDENTIFIED", Map.of("SSN", 9))))
			.block();
	}

	private static LedgerEntry entry(String time, String team, String subject, String state,
			Map<String, Integer> counts) {
		return LedgerFixtures.entry((tree) -> {
			ObjectNode phi = tree.put("time", time).put("team", team).put("subject", subject).putObject("phi");
			ObjectNode found = phi.put("state", state).putObject("counts");
			counts.forEach(found::put);
		});
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void countsIdentifiersByTypeAndDay() {
		JsonNode report = get(JANUARY);
		assertThat(report.path("rows")).isEqualTo(JSON.readTree("""
				[{"day":"2026-01-05","type":"MRN","requests":1,"identifiers":1},
				{"day":"2026-01-05","type":"NAME","requests":1,"identifiers":3},
				{"day":"2026-01-06","type":"NAME","requests":1,"identifiers":2}]"""));
		assertThat(report.path("total"))
			.isEqualTo(JSON.readTree("{\"requests\":4,\"withIdentifiers\":2,\"raw\":1,\"identifiers\":6}"));
	}

	@Test
	void daysBeginInTheZoneOfTheQuery() {
		JsonNode rows = get(JANUARY + "&time_zone=Europe/Berlin").path("rows");
		assertThat(rows).extracting((row) -> row.path("day").asString()).containsOnly("2026-01-06");
	}

	@Test
	void groupsAndFilters() {
		assertThat(get(JANUARY + "&group_by=team,user").path("rows"))
			.extracting((row) -> row.path("team").asString() + " " + row.path("user").asString() + " "
					+ row.path("type").asString() + " " + row.path("identifiers").asLong())
			.containsExactly("cardiology idp|amelia MRN 1", "cardiology idp|amelia NAME 3", "cardiology idp|bo NAME 2");
		assertThat(get(JANUARY + "&group_by=&user=idp%7Cbo").at("/rows/0/identifiers").asLong()).isEqualTo(2);
		assertThat(get(JANUARY + "&group_by=model&team=revenue").path("rows")).isEmpty();
		assertThat(get(JANUARY + "&group_by=&team=revenue").at("/total/raw").asLong()).isEqualTo(1);
		assertThat(get(JANUARY + "&model=nothing").at("/total/requests").asLong()).isZero();
	}

	@Test
	void isATableForASpreadsheetThatRunsNothing() {
		String csv = new String(status(RunningService.ADMIN,
				"/v1/usage/phi/export?from=2026-01-01&to=2026-02-28&group_by=team", HttpStatus.OK),
				StandardCharsets.UTF_8);
		assertThat(csv).isEqualTo("team,type,requests,identifiers\r\n'=SUM(A1),SSN,1,9\r\n"
				+ "cardiology,MRN,1,1\r\ncardiology,NAME,2,5\r\n");
	}

	@Test
	void isForAdministratorsAlone() {
		for (String path : List.of("/v1/usage/phi?" + JANUARY, "/v1/usage/phi/export?" + JANUARY)) {
			String refusal = new String(status(RunningService.AMELIA, path, HttpStatus.FORBIDDEN),
					StandardCharsets.UTF_8);
			assertThat(refusal).doesNotContain("NAME");
		}
	}

	@Test
	void refusesWhatIsNoQuery() {
		for (String query : List.of("from=yesterday", "group_by=type", "time_zone=%2B02:00",
				"from=2026-02-01&to=2026-01-01", "from=2020-01-01&to=2026-01-01")) {
			status(RunningService.ADMIN, "/v1/usage/phi?" + query, HttpStatus.BAD_REQUEST);
		}
		assertThat(get(JANUARY + "&team=x'%20OR%20'1'='1").at("/total/requests").asLong()).isZero();
	}

	private JsonNode get(String query) {
		String body = new String(status(RunningService.ADMIN, "/v1/usage/phi?" + query, HttpStatus.OK),
				StandardCharsets.UTF_8);
		assertThat(this.contract.errors("GET", "/v1/usage/phi", 200, body)).isEmpty();
		return JSON.readTree(body);
	}

	private static byte[] status(ServiceContext caller, String uri, HttpStatus status) {
		return Objects.requireNonNull(service.as(caller)
			.get()
			.uri(URI.create(service.url() + uri))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

}
