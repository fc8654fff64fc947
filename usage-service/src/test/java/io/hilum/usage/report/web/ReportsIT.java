package io.hilum.usage.report.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.ledger.Ledger;
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
 * Reports over HTTP, from a real ledger.
 */
class ReportsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home, "--hilum.inbox.enabled=false");
		String today = Clock.systemUTC().instant().toString();
		service.bean(Ledger.class)
			.append(List.of(
					LedgerFixtures.entry((tree) -> tree.put("subject", "idp|amelia").put("requestId", "req-amelia")),
					LedgerFixtures.entry(
							(tree) -> tree.put("subject", "idp|bo").put("team", "revenue").put("requestId", "req-bo")),
					LedgerFixtures.entry((tree) -> tree.put("subject", "idp|amelia")
						.put("requestId", "req-amelia")
						.put("endpoint", "embeddings")
						.put("time", "2026-01-05T08:00:01Z")
						.put("costNanoUsd", 1)),
					LedgerFixtures
						.entry((tree) -> tree.put("subject", "idp|amelia").put("time", today).put("costNanoUsd", 42))))
			.block();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void sumsUpForAdministrators() {
		JsonNode report = get(RunningService.ADMIN,
				"/v1/usage?from=2026-01-05&to=2026-01-05&group_by=day,team,user,model");
		assertThat(report.path("rows")).hasSize(2);
		JsonNode bo = report.path("rows").get(1);
		assertThat(bo.path("day").asString()).isEqualTo("2026-01-05");
		assertThat(bo.path("user").asString()).isEqualTo("idp|bo");
		assertThat(bo.path("team").asString()).isEqualTo("revenue");
		assertThat(bo.path("model").asString()).isEqualTo("gpt-4o-2024-11-20");
		assertThat(bo.path("costUsd").asString()).isEqualTo("0.001352500");
		assertThat(bo.path("tokens").path("cachedInput").asLong()).isEqualTo(50);
		assertThat(report.path("total").path("requests").asLong()).isEqualTo(3);
		assertThat(report.path("total").path("costNanoUsd").asLong()).isEqualTo(2_705_001);
	}

	@Test
	void groupsByDayAndModelUnlessTold() {
		JsonNode row = get(RunningService.ADMIN, "/v1/usage?from=2026-01-05&to=2026-01-05").path("rows").get(0);
		assertThat(row.propertyNames()).contains("day", "model").doesNotContain("team", "user");
	}

	@Test
	void showsOthersOnlyTheirOwn() {
		for (String query : List.of("", "&user=idp%7Cbo", "&team=revenue&user=idp%7Cbo")) {
			JsonNode report = get(RunningService.AMELIA,
					"/v1/usage?from=2026-01-01&to=2026-01-31&group_by=user" + query);
			assertThat(report.toString()).doesNotContain("idp|bo");
		}
		JsonNode filtered = get(RunningService.ADMIN,
				"/v1/usage?from=2026-01-01&to=2026-01-31&group_by=&user=idp%7Cbo");
		assertThat(filtered.path("total").path("requests").asLong()).isEqualTo(1);
	}

	@Test
	void showsTheEntryOfARequestToItsOwner() {
		JsonNode entry = get(RunningService.AMELIA, "/v1/usage/events/req-amelia");
		assertThat(entry.path("costNanoUsd").asLong()).isEqualTo(1_352_500);
		assertThat(entry.path("costUsd").asString()).isEqualTo("0.001352500");
		assertThat(entry.path("related").get(0).path("endpoint").asString()).isEqualTo("embeddings");
		assertThat(get(RunningService.ADMIN, "/v1/usage/events/req-bo").path("related").isMissingNode()).isTrue();
		status(RunningService.AMELIA, "/v1/usage/events/req-bo", HttpStatus.NOT_FOUND);
		status(RunningService.ADMIN, "/v1/usage/events/req-none", HttpStatus.NOT_FOUND);
	}

	@Test
	void tellsCallersWhoTheyAre() {
		service.as(RunningService.ADMIN)
			.put()
			.uri("/v1/budgets/team:cardiology")
			.bodyValue(Map.of("limitUsd", "5"))
			.exchange()
			.expectStatus()
			.isOk();
		JsonNode me = get(RunningService.AMELIA, "/v1/me");
		assertThat(me.path("subject").asString()).isEqualTo("idp|amelia");
		assertThat(me.path("administers").asBoolean()).isFalse();
		assertThat(me.path("limits").get(0).path("limitUsd").asString()).isEqualTo("5.000000000");
		assertThat(me.path("thisMonth").path("costNanoUsd").asLong()).isEqualTo(42);
	}

	@Test
	void showsOperatorsWhatWaits() {
		String metrics = new String(Objects.requireNonNull(service.client()
			.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody()), StandardCharsets.UTF_8);
		assertThat(metrics).contains("hilum_usage_outbox_pending", "hilum_usage_outbox_oldest_seconds",
				"hilum_usage_dead_letters", "hilum_usage_audit_unsealed", "hilum_usage_audit_failures_total");
		service.client().get().uri("/actuator/env").exchange().expectStatus().isNotFound();
	}

	@Test
	void refusesMalformedQueries() {
		String today = LocalDate.now(Clock.systemUTC()).toString();
		for (String query : List.of("from=yesterday", "to=2026-13-01", "group_by=colour", "time_zone=Mars/Olympus",
				"time_zone=%2B02:00", "from=2026-02-01&to=2026-01-01", "from=2020-01-01&to=" + today)) {
			status(RunningService.ADMIN, "/v1/usage?" + query, HttpStatus.BAD_REQUEST);
		}
	}

	@Test
	void keepsQuotesOfClientsOutOfStatements() {
		JsonNode report = get(RunningService.ADMIN, "/v1/usage?from=2026-01-01&to=2026-01-31&team=x'%20OR%20'1'='1");
		assertThat(report.path("rows")).isEmpty();
		assertThat(report.path("total").path("requests").asLong()).isZero();
	}

	@Test
	void makesTotalsAgainForAdministratorsOnly() {
		service.as(RunningService.BO).post().uri("/v1/usage/totals/rebuild").exchange().expectStatus().isForbidden();
		service.as(RunningService.ADMIN)
			.post()
			.uri("/v1/usage/totals/rebuild")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.entries")
			.isEqualTo(4);
	}

	private static JsonNode get(ServiceContext caller, String uri) {
		return JSON.readTree(new String(status(caller, uri, HttpStatus.OK), StandardCharsets.UTF_8));
	}

	private static byte[] status(ServiceContext caller, String uri, HttpStatus status) {
		return Objects.requireNonNull(service.as(caller)
			.get()
			.uri(java.net.URI.create(service.url() + uri))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

}
