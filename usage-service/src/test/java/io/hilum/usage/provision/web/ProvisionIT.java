package io.hilum.usage.provision.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Await;
import io.hilum.usage.Examples;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Hours of provisioned throughput from the topic to the report and to chargeback, in the
 * whole service on real parts.
 */
class ProvisionIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create()
		.atTheEndOf("hilum.usage.v1")
		.atTheEndOf("hilum.provisioned.v1");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home);
		service.bean(Ledger.class)
			.append(List.of(used("cardiology", "success"), used("cardiology", "success"), used("revenue", "success"),
					used("revenue", "cached")))
			.block();
		TestTopics.send("hilum.provisioned.v1", List.of(hour("2026-01-05T08:00:00Z", "azure-east/gpt-4o"),
				hour("2026-01-05T08:00:00Z", "azure-east/gpt-4o"), hour("2026-01-05T09:00:00Z", "azure-east/gpt-4o"),
				hour("2026-01-31T23:00:00Z", "azure/idle"), hour("2026-02-01T00:00:00Z", "azure/idle")));
		Await.until("all hours are recorded",
				() -> DATABASE.number("SELECT count(*) FROM usage.provisioned_hour") == 4);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void reportsHoursByDeploymentAndSpreadsThemByTokens() {
		JsonNode report = JSON
			.readTree(get("/v1/usage/provisioned?month=2026-01", HttpStatus.OK, RunningService.ADMIN));
		JsonNode used = report.at("/data/0");
		assertThat(used.path("deployment").asString()).isEqualTo("azure-east/gpt-4o");
		assertThat(used.path("hours").asInt()).as("told twice, paid once").isEqualTo(2);
		assertThat(used.path("costUsd").asString()).isEqualTo("100.000000000");
		assertThat(used.at("/teams/0/team").asString()).isEqualTo("cardiology");
		assertThat(used.at("/teams/0/costNanoUsd").asLong()).isEqualTo(66_666_666_667L);
		assertThat(used.at("/teams/1/costNanoUsd").asLong()).as("what a cache answered does not count")
			.isEqualTo(33_333_333_333L);
		assertThat(report.at("/data/1/teams/0/team").asString()).isEqualTo("(unused)");
		assertThat(report.at("/data/1/hours").asInt()).isOne();
		assertThat(JSON
			.readTree(get("/v1/usage/provisioned?month=2026-01&time_zone=America/New_York", HttpStatus.OK,
					RunningService.ADMIN))
			.at("/data/1/hours")
			.asInt()).as("January ends later there").isEqualTo(2);
		get("/v1/usage/provisioned?month=now", HttpStatus.BAD_REQUEST, RunningService.ADMIN);
		get("/v1/usage/provisioned?month=2026-01", HttpStatus.FORBIDDEN, RunningService.BO);
	}

	@Test
	void chargesItBack() {
		List<String> lines = get("/v1/usage/chargeback?month=2026-01", HttpStatus.OK, RunningService.ADMIN).lines()
			.toList();
		assertThat(lines).contains("2026-01,cardiology,provisioned:azure-east/gpt-4o,0,0,0,66.666666667,66666666667",
				"2026-01,(unused),provisioned:azure/idle,0,0,0,50.000000000,50000000000");
		long tokensAlone = DATABASE.number("SELECT CAST(sum(cost_nano_usd) AS bigint) FROM usage.usage_slot");
		assertThat(lines.getLast()).endsWith("," + (150_000_000_000L + tokensAlone));
	}

	@Test
	void anHourIsNeverChanged() {
		assertThatThrownBy(() -> DATABASE.client().sql("UPDATE usage.provisioned_hour SET units = 1").then().block())
			.hasStackTraceContaining("append-only");
	}

	private static LedgerEntry used(String team, String outcome) {
		return LedgerFixtures.entry((tree) -> tree.put("team", team)
			.put("outcome", outcome)
			.put("deployment", "azure-east/gpt-4o")
			.put("time", "2026-01-05T08:00:00Z"));
	}

	private static Map.Entry<String, byte[]> hour(String start, String deployment) {
		ObjectNode event = (ObjectNode) JSON.readTree(Examples.read("provisioned-hour-v1/hour.json"));
		event.put("hour", start).put("time", Instant.parse(start).plusSeconds(3600).toString());
		event.put("deployment", deployment);
		return Map.entry(deployment, JSON.writeValueAsBytes(event));
	}

	private static String get(String path, HttpStatus status, ServiceContext caller) {
		byte[] body = service.as(caller)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
	}

}
