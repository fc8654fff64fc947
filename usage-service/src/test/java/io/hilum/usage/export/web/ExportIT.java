package io.hilum.usage.export.web;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Contracts;
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

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exports, the report for chargeback, reconciliation and double entry, in the whole
 * service on a real Postgres.
 */
class ExportIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int ENTRIES = 25;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static TestDatabase database;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		database = TestDatabase.create();
		service = RunningService.start(database.part(), home, "--hilum.inbox.enabled=false",
				"--hilum.export.page-size=10", "--hilum.reconciliation.max-size=100KB");
		List<LedgerEntry> entries = new ArrayList<>();
		for (int i = 0; i < ENTRIES; i++) {
			int number = i;
			entries.add(LedgerFixtures.entry((tree) -> tree.put("requestId", "req-" + number)
				.put("team", (number % 5 == 0) ? "=cmd|' /C calc'!A0" : "cardiology")
				.put("time", "2026-01-05T08:00:0" + number % 3 + "Z")));
		}
		entries
			.add(LedgerFixtures.entry((tree) -> tree.put("outcome", "cached").put("costNanoUsd", 0).putNull("hold")));
		service.bean(Ledger.class).append(entries).block();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void linesOfJsonAreTheEventsEachOnceAndInOrder() {
		List<JsonNode> events = get("/v1/usage/export?format=ndjson&from=2026-01-05&to=2026-01-05").lines()
			.map(JSON::readTree)
			.toList();
		assertThat(events).hasSize(ENTRIES + 1)
			.allSatisfy((event) -> assertThat(Contracts.errors("usage-recorded-v1", event.toString())).isEmpty());
		assertThat(events.stream().map((event) -> event.path("id").asString())).doesNotHaveDuplicates();
		assertThat(events.stream().map((event) -> Instant.parse(event.path("time").asString()))).isSorted();
		assertThat(get("/v1/usage/export?format=ndjson&from=2026-01-05&to=2026-01-05&team=cardiology").lines())
			.hasSize(ENTRIES - 5 + 1);
		assertThat(get("/v1/usage/export?format=ndjson&from=2026-01-06&to=2026-01-07")).isEmpty();
	}

	@Test
	void aTableHasNoFormulas() {
		List<String> lines = get("/v1/usage/export?from=2026-01-05&to=2026-01-05").lines().toList();
		assertThat(lines).hasSize(ENTRIES + 2);
		assertThat(lines.stream().filter((line) -> line.contains("'=cmd|"))).hasSize(5);
		assertThat(lines).noneMatch((line) -> line.contains(",=cmd"));
	}

	@Test
	void parquetHasTheSameEntriesWithTypes() throws IOException {
		byte[] file = bytes("/v1/usage/export?format=parquet&from=2026-01-05&to=2026-01-05", HttpStatus.OK,
				RunningService.ADMIN);
		try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
				RowReader rows = reader.rowReader()) {
			long nanos = 0;
			Instant last = Instant.EPOCH;
			for (int i = 0; i < ENTRIES + 1; i++) {
				assertThat(rows.hasNext()).isTrue();
				rows.next();
				assertThat(rows.getTimestamp("time")).isAfterOrEqualTo(last);
				last = rows.getTimestamp("time");
				nanos += rows.getLong("costNanoUsd");
			}
			assertThat(rows.hasNext()).isFalse();
			assertThat(nanos).isEqualTo(33_812_500);
		}
	}

	@Test
	void chargesTeamsBackToTheNanoDollar() {
		List<String> lines = get("/v1/usage/chargeback?month=2026-01").lines().toList();
		assertThat(lines.getLast()).isEqualTo("2026-01,*,*,26,5980,2184,0.033812500,33812500");
		assertThat(lines).contains("2026-01,cardiology,*,21,4830,1764,0.027050000,27050000",
				"2026-01,cardiology,gpt-4o-2024-11-20,21,4830,1764,0.027050000,27050000");
		status("/v1/usage/chargeback?month=January", HttpStatus.BAD_REQUEST, RunningService.ADMIN);
	}

	@Test
	void findsWhatAStatementHasThatTheLedgerLacks() {
		String statement = """
				{"object":"page","data":[{"object":"bucket","start_time":1767571200,"end_time":1767657600,"results":[
				{"object":"organization.usage.completions.result","input_tokens":5750,"input_cached_tokens":1250,
				"output_tokens":2105,"num_model_requests":25,"model":"gpt-4o-2024-11-20"}]}],"has_more":false}""";
		JsonNode found = JSON.readTree(reconcile("openai-usage", statement, HttpStatus.OK));
		assertThat(found.path("from").asString()).isEqualTo("2026-01-05");
		assertThat(found.path("meters")
			.valueStream()
			.map((meter) -> meter.path("meter").asString() + " " + meter.path("difference").asLong()))
			.as("what a cache answered never reached the provider")
			.containsExactly("input 0", "cached_input 0", "output 5");
		assertThat(reconcile("openai-usage", "no statement", HttpStatus.BAD_REQUEST)).contains("\"param\":\"body\"")
			.doesNotContain("no statement");
		assertThat(reconcile("papyrus", statement, HttpStatus.BAD_REQUEST)).contains("azure-costs");
	}

	@Test
	void debitsAreCredits() {
		assertThat(database.number("SELECT count(*) FROM usage.posting")).isEqualTo((ENTRIES + 1) * 5L);
		assertThat(database.number("""
				SELECT count(*) FROM (SELECT event_id FROM usage.posting GROUP BY event_id HAVING sum(nano_usd) <> 0)
				""")).as("entries out of balance").isZero();
		assertThat(database.number("""
				SELECT CAST(coalesce(sum(nano_usd), 0) AS bigint) FROM usage.posting WHERE account LIKE 'held:%'
				""")).as("set aside when all have ended").isZero();
		assertThat(database.number("""
				SELECT CAST(sum(nano_usd) AS bigint) FROM usage.posting WHERE account = 'owed:azure-east'
				""")).as("owed is what the totals say")
			.isEqualTo(database.number("SELECT CAST(sum(cost_nano_usd) AS bigint) FROM usage.usage_slot"));
	}

	@Test
	void isForAdministratorsAndLeavesEvidence() {
		for (String path : List.of("/v1/usage/export", "/v1/usage/chargeback?month=2026-01")) {
			status(path, HttpStatus.FORBIDDEN, RunningService.BO);
		}
		status("/v1/usage/export?format=xlsx", HttpStatus.BAD_REQUEST, RunningService.ADMIN);
		status("/v1/usage/export?from=2020-01-01", HttpStatus.BAD_REQUEST, RunningService.ADMIN);
	}

	private static String reconcile(String format, String statement, HttpStatus status) {
		return new String(Objects.requireNonNullElse(service.as(RunningService.ADMIN)
			.post()
			.uri("/v1/usage/reconciliation?provider=azure-east&format=" + format)
			.bodyValue(statement)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody(), new byte[0]), StandardCharsets.UTF_8);
	}

	private static String get(String path) {
		return status(path, HttpStatus.OK, RunningService.ADMIN);
	}

	private static String status(String path, HttpStatus status, ServiceContext caller) {
		return new String(bytes(path, status, caller), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String path, HttpStatus status, ServiceContext caller) {
		return Objects.requireNonNullElse(service.as(caller)
			.get()
			.uri(URI.create(service.url() + path))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody(), new byte[0]);
	}

}
