package io.hilum.usage;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hilum.parts.Parts;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast events are taken, in how much memory, and how long reports over them take:
 * {@code make usage-bench} has a million of them, a build some thousands. What a build
 * can judge is counted; times are printed, and judged only where there is a million.
 */
class MillionEventsIT {

	private static final Logger logger = LoggerFactory.getLogger(MillionEventsIT.class);

	private static final int MILLION = 1_000_000;

	private static final int EVENTS = Integer.getInteger("hilum.test.events", 5_000);

	private static final int PER_PATIENT = 20;

	private static final int SLICE = 50_000;

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private static final Duration PHI_LIMIT = Duration.ofSeconds(1);

	/** Where teams, people or models are told apart. */
	private static final Duration GROUPED_PHI_LIMIT = Duration.ofSeconds(5);

	private static final String EXPORT = "/v1/usage/export?from=2025-01-01&to=2025-12-31&format=";

	/** What an export may take of the heap, and what reads and sends it. */
	private static final long EXPORT_HEAP = 64L << 20;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TestDatabase database = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void takesUsageEventsAndReportsOnThem() {
		TestTopics.ensure("hilum.usage.v1", 6);
		this.database.atTheEndOf("hilum.usage.v1");
		send();
		long started = System.nanoTime();
		try (RunningService service = RunningService.start(this.database.part(), this.home)) {
			long peak = awaitLedger();
			Duration taken = Duration.ofNanos(System.nanoTime() - started);
			System.gc();
			logger.info(
					"{} usage events in {} s, start of the service included: {} a second; heap {} MiB at most, {} after",
					EVENTS, taken.toSeconds(), EVENTS * 1000L / taken.toMillis(), peak >> 20, HeapWatch.used() >> 20);
			for (String dimensions : List.of("day,model", "team,model", "user", "day,team")) {
				JsonNode report = report(service, "/v1/usage?from=2026-01-01&to=2026-01-31&group_by=" + dimensions);
				assertThat(sum(report, "requests")).as(dimensions).isEqualTo(EVENTS);
			}
		}
	}

	@Test
	void tellsWhoAskedAboutAPatient() {
		TestTopics.ensure("hilum.audit.v1", 6);
		this.database.atTheEndOf("hilum.audit.v1");
		loadAudit();
		try (RunningService service = RunningService.start(this.database.part(), this.home,
				"--hilum.audit.seal-interval=1h")) {
			List<Duration> times = new ArrayList<>();
			for (int i = 1; i <= 40; i++) {
				String path = "/v1/audit/patients/" + patient(i * (EVENTS / PER_PATIENT) / 50);
				times.add(timed(service, path + "/accesses"));
				times.add(timed(service, path + "/disclosures"));
			}
			times.sort(null);
			Duration p95 = times.get(times.size() * 95 / 100);
			logger.info("a patient among {} audit events: median {} ms, p95 {} ms, longest {} ms", EVENTS,
					times.get(times.size() / 2).toMillis(), p95.toMillis(), times.getLast().toMillis());
			if (EVENTS >= MILLION) {
				assertThat(p95).isLessThan(LIMIT);
			}
		}
		assertThat(plan()).contains("audit_event_patients");
	}

	@Test
	void countsIdentifiersOfAYearAndExportsIt() throws IOException, InterruptedException {
		loadLedger();
		try (RunningService service = RunningService.start(this.database.part(), this.home,
				"--hilum.inbox.enabled=false", "--hilum.export.stall-timeout=2s",
				"--hilum.export.parquet.max-exports=1")) {
			long started = System.nanoTime();
			assertThat(service.bean(Ledger.class).rebuildTotals().block()).isEqualTo(EVENTS);
			logger.info("totals of {} entries made again in {} s", EVENTS,
					Duration.ofNanos(System.nanoTime() - started).toSeconds());
			this.database.client().sql("VACUUM ANALYZE").then().block();
			report(service, "/v1/usage/phi?from=2025-01-01&to=2025-01-31");
			for (String dimensions : List.of("day", "", "team", "team,model", "user")) {
				long begun = System.nanoTime();
				JsonNode report = report(service, "/v1/usage/phi?from=2025-01-01&to=2025-12-31&time_zone="
						+ "America/New_York&group_by=" + dimensions);
				Duration time = Duration.ofNanos(System.nanoTime() - begun);
				assertThat(report.path("total").path("requests").asLong()).isGreaterThan(EVENTS * 99L / 100);
				assertThat(report.path("total").path("identifiers").asLong()).isEqualTo(sum(report, "identifiers"))
					.isGreaterThan(EVENTS * 3L / 2 * 99 / 100);
				if (EVENTS >= MILLION) {
					assertThat(time).as(dimensions)
						.isLessThan(Set.of("", "day").contains(dimensions) ? PHI_LIMIT : GROUPED_PHI_LIMIT);
				}
			}
			exports(service);
			abandoned(service);
		}
	}

	private void exports(RunningService service) throws IOException, InterruptedException {
		for (String format : List.of("csv", "ndjson", "parquet")) {
			Download download = new Download(service, EXPORT + format);
			long started = System.nanoTime();
			try (HeapWatch heap = HeapWatch.start()) {
				long rows = switch (format) {
					case "csv" -> download.lines() - 1;
					case "ndjson" -> download.lines();
					default -> download.rows(this.home.resolve("usage.parquet"));
				};
				long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
				logger.info("{} entries as {} in {} ms, {} a second; {}", rows, format, millis, rows * 1000 / millis,
						heap);
				assertThat(rows).as(format).isEqualTo(EVENTS);
				assertThat(heap.grown()).as(format).isLessThan(EXPORT_HEAP);
			}
		}
	}

	/**
	 * Nothing is kept for whoever does not read or is not there any more.
	 */
	private static void abandoned(RunningService service) throws IOException {
		try (HeapWatch heap = HeapWatch.start(); Socket socket = new Download(service, EXPORT + "ndjson").ask()) {
			Await.until("the service has left a client that reads nothing", () -> !Download.isOpen(socket));
			logger.info("a client that reads nothing: {}", heap);
			assertThat(heap.grown()).isLessThan(EXPORT_HEAP);
		}
		Download parquet = new Download(service, EXPORT + "parquet");
		for (int i = 0; i < 3; i++) {
			Await.until("the one place for a file is free when its client has left", () -> parquet.leave() == 200);
		}
	}

	/**
	 * A year's entries as they are spread over it, so that most are a row of their own in
	 * each of the totals.
	 */
	private void loadLedger() {
		this.database.client()
			.sql("SELECT count(usage.create_ledger_month(CAST(month AS date))) "
					+ "FROM generate_series(date '2025-01-01', date '2025-12-01', interval '1 month') AS month")
			.then()
			.block();
		String event = LedgerFixtures.event((tree) -> tree.put("team", "any")).toString();
		for (int begin = 0; begin < EVENTS; begin += SLICE) {
			this.database.client()
				.sql("""
						INSERT INTO usage.ledger_entry (event_id, time, request_id, subject, roles, team, purpose, endpoint,
							stream, requested_model, outcome, status, input_tokens, cached_input_tokens, cache_write_tokens,
							output_tokens, reasoning_tokens, audio_input_tokens, audio_output_tokens, source,
							price_version, cost_nano_usd, total_millis, overhead_millis, phi_state, catalogue_version, event)
						SELECT id, time, 'req-' || n, 'idp|user-' || n * 7919 % 2000, ARRAY['Clinician'], 'team-' || n % 40,
							'treatment', 'chat', true, 'model-' || n % 3, 'success', 200, 1, 0, 0, 1, 0, 0, 0, 'provider',
							'1', 1, 1, 1, CASE n % 10 WHEN 0 THEN 'RAW' ELSE 'DEIDENTIFIED' END, '1',
							jsonb_set(CAST(:event AS jsonb) || jsonb_build_object('id', id, 'time', time, 'requestId',
								'req-' || n, 'subject', 'idp|user-' || n * 7919 % 2000, 'team', 'team-' || n % 40),
								'{phi,counts}', counts)
						FROM generate_series(CAST(:begin AS bigint), :end) AS n, LATERAL (SELECT gen_random_uuid(),
							timestamptz '2025-01-01' + n * (interval '365 days' / :events), CAST(CASE n % 4
							WHEN 0 THEN '{}' WHEN 1 THEN '{"NAME": 2}' WHEN 2 THEN '{"NAME": 1, "MRN": 1}'
							ELSE '{"NAME": 1, "DATE": 1}' END AS jsonb)) AS made (id, time, counts)
						""")
				.bind("events", EVENTS)
				.bind("event", event)
				.bind("begin", begin)
				.bind("end", Math.min(begin + SLICE, EVENTS) - 1)
				.then()
				.block();
		}
	}

	private void send() {
		String event = LedgerFixtures
			.event((tree) -> tree.put("id", "@id")
				.put("requestId", "req-@n")
				.put("team", "team-@t")
				.put("subject", "idp|user-@u")
				.put("time", "@at"))
			.toString();
		Instant first = Instant.parse("2026-01-01T00:00:00Z");
		long step = Duration.ofDays(31).minusHours(1).toMillis() / EVENTS;
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers",
				Parts.kafka().bootstrapServers(), "compression.type", "lz4", "linger.ms", 20, "batch.size", 262_144),
				new StringSerializer(), new ByteArraySerializer())) {
			for (int i = 0; i < EVENTS; i++) {
				String team = Integer.toString(i % 40);
				String json = event.replace("@id", new UUID(i, 7).toString())
					.replace("@n", Integer.toString(i))
					.replace("@t", team)
					.replace("@u", Integer.toString(i % 2000))
					.replace("@at", first.plusMillis(i * step).toString());
				var unused = producer.send(
						new ProducerRecord<>("hilum.usage.v1", "team-" + team, json.getBytes(StandardCharsets.UTF_8)));
			}
			producer.flush();
		}
	}

	/**
	 * Wait as long as it goes on.
	 * @return the most heap that was in use
	 */
	private long awaitLedger() {
		long peak = 0;
		long known = -1;
		int still = 0;
		while (known < EVENTS) {
			pause();
			long now = this.database.number("SELECT coalesce(sum(requests), 0)::bigint FROM usage.usage_slot");
			still = (now == known) ? still + 1 : 0;
			assertThat(still).as(known + " of " + EVENTS + " events, and no more come").isLessThan(360);
			known = now;
			peak = Math.max(peak, HeapWatch.used());
		}
		assertThat(this.database.number("SELECT count(*) FROM usage.ledger_entry")).isEqualTo(EVENTS);
		return peak;
	}

	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void loadAudit() {
		String event = new String(Examples.read("audit-recorded-v1/disclosure.json"), StandardCharsets.UTF_8)
			.replaceAll("\\s*\\n\\s*", " ");
		this.database.client()
			.sql("""
					INSERT INTO usage.audit_event (sequence, event_id, time, service, action, request_id, subject, decision,
						event, hash, patients)
					SELECT n, gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second', 'gateway-service',
						'chat.completion', 'req-' || n, 'idp|user-' || n % 500, 'allowed',
						replace(:event, 'pt_Zk3vQ1r9TnX0aBcDeFgHiJkL', token), repeat('0', 64), ARRAY[token]
					FROM (SELECT n, 'pt_' || lpad(CAST(n % :patients AS text), 24, '0') AS token
						FROM generate_series(1, :events) AS n) AS made
					""")
			.bind("event", event)
			.bind("patients", EVENTS / PER_PATIENT)
			.bind("events", EVENTS)
			.then()
			.then(this.database.client().sql("UPDATE usage.audit_tip SET sequence = " + EVENTS).then())
			.then(this.database.client().sql("ANALYZE usage.audit_event").then())
			.block();
	}

	private String plan() {
		return String.join("\n",
				Objects.requireNonNull(this.database.client()
					.sql("EXPLAIN SELECT sequence FROM usage.audit_event WHERE patients @> ARRAY['" + patient(7) + "']")
					.mapValue(String.class)
					.all()
					.collectList()
					.block()));
	}

	private static String patient(int number) {
		return "pt_%024d".formatted(number);
	}

	private static Duration timed(RunningService service, String uri) {
		long started = System.nanoTime();
		JsonNode found = get(service, uri);
		Duration time = Duration.ofNanos(System.nanoTime() - started);
		assertThat(found.path("data")).hasSize(PER_PATIENT);
		return time;
	}

	private static JsonNode report(RunningService service, String uri) {
		long started = System.nanoTime();
		JsonNode report = get(service, uri);
		logger.info("{}: {} rows in {} ms", uri, report.path("rows").size(),
				Duration.ofNanos(System.nanoTime() - started).toMillis());
		return report;
	}

	private static long sum(JsonNode report, String field) {
		return report.path("rows").valueStream().mapToLong((row) -> row.path(field).asLong()).sum();
	}

	private static JsonNode get(RunningService service, String uri) {
		return JSON.readTree(Objects.requireNonNull(service.as(RunningService.ADMIN)
			.mutate()
			.responseTimeout(Duration.ofMinutes(2))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
			.build()
			.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody()));
	}

}
