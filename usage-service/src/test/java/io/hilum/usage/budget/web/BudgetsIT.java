package io.hilum.usage.budget.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.usage.Await;
import io.hilum.usage.Contracts;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Budgets over HTTP, in Postgres and on the topic, in the whole service on real parts.
 */
class BudgetsIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TestDatabase DATABASE = TestDatabase.create().atTheEndOf("hilum.audit.v1");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void setsReadsAndLiftsABudget() {
		JsonNode set = put("team:cardiology", Map.of("limitUsd", "50.000000001", "window", "day", "timeZone",
				"America/New_York", "mode", "soft", "warnAtPercent", List.of(95, 50)), HttpStatus.OK);
		assertThat(set.path("limitNanoUsd").asLong()).isEqualTo(50_000_000_001L);
		assertThat(set.path("inForce").asBoolean()).isTrue();
		JsonNode event = published("team:cardiology");
		assertThat(Contracts.errors("access-changed-v1", event.toString())).isEmpty();
		assertThat(event.path("limitNanoUsd").asLong()).isEqualTo(50_000_000_001L);
		assertThat(event.path("warnAtPercent").toString()).isEqualTo("[50,95]");
		assertThat(get("/team:cardiology", HttpStatus.OK).path("warnAtPercent").toString()).isEqualTo("[50,95]");
		assertThat(get("/team:cardiology", HttpStatus.OK).path("limitUsd").asString()).isEqualTo("50.000000001");
		assertThat(get("", HttpStatus.OK).path("data").toString()).contains("team:cardiology");
		service.as(RunningService.ADMIN)
			.delete()
			.uri("/v1/budgets/team:cardiology")
			.exchange()
			.expectStatus()
			.isNoContent();
		JsonNode lifted = published("team:cardiology");
		assertThat(Contracts.errors("access-changed-v1", lifted.toString())).isEmpty();
		assertThat(lifted.path("revoked").asBoolean()).isTrue();
		assertThat(lifted.path("version").asLong()).isGreaterThan(event.path("version").asLong());
		get("/team:cardiology", HttpStatus.NOT_FOUND);
		service.as(RunningService.ADMIN)
			.delete()
			.uri("/v1/budgets/team:cardiology")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void rollsOverSinceItWasFirstWanted() {
		JsonNode set = put("team:rolling", Map.of("limitUsd", "50", "rollOverUsd", "20"), HttpStatus.OK);
		assertThat(set.path("rollOverUsd").asString()).isEqualTo("20.000000000");
		JsonNode first = published("team:rolling");
		assertThat(Contracts.errors("access-changed-v1", first.toString())).isEmpty();
		assertThat(first.path("rollOverNanoUsd").asLong()).isEqualTo(20_000_000_000L);
		assertThat(first.path("rollOverSince").isString()).isTrue();
		put("team:rolling", Map.of("limitUsd", "60", "rollOverNanoUsd", 1), HttpStatus.OK);
		assertThat(published("team:rolling").path("rollOverSince")).as("the same windows")
			.isEqualTo(first.path("rollOverSince"));
		put("team:rolling", Map.of("limitUsd", "60"), HttpStatus.OK);
		assertThat(published("team:rolling").path("rollOverNanoUsd").asLong()).isZero();
		assertThat(published("team:rolling").path("rollOverSince").isNull()).isTrue();
		assertThat(get("/team:rolling", HttpStatus.OK).path("rollOverNanoUsd").asLong()).isZero();
	}

	@Test
	void takesTheIdsOfSubjects() {
		String subject = "user:https://login.example/realms/hilum|amelia";
		service.as(RunningService.ADMIN)
			.put()
			.uri("/v1/budgets/{id}", subject)
			.bodyValue(Map.of("limitNanoUsd", 1000))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.id")
			.isEqualTo(subject)
			.jsonPath("$.window")
			.isEqualTo("month");
		assertThat(published(subject).path("limitNanoUsd").asLong()).isEqualTo(1000);
	}

	@Test
	void refusesMalformedBudgets() {
		for (Map<String, Object> wish : List.<Map<String, Object>>of(Map.of(), Map.of("limitUsd", "1.0000000001"),
				Map.of("limitUsd", "ten"), Map.of("limitUsd", "-1"), Map.of("limitUsd", "99999999999999999999"),
				Map.of("limitUsd", "1", "limitNanoUsd", 1), Map.of("limitUsd", "1", "window", "decade"),
				Map.of("limitUsd", "1", "timeZone", "Mars/Olympus"), Map.of("limitUsd", "1", "mode", "gentle"),
				Map.of("limitUsd", "1", "warnAtPercent", List.of(0)), Map.of("limitUsd", "1", "rollOverUsd", "1.01"),
				Map.of("limitUsd", "1", "rollOverUsd", "-1"),
				Map.of("limitUsd", "1", "rollOverUsd", "1", "rollOverNanoUsd", 1))) {
			put("team:x", wish, HttpStatus.BAD_REQUEST);
		}
		put("planet:earth", Map.of("limitUsd", "1"), HttpStatus.BAD_REQUEST);
		put("team:", Map.of("limitUsd", "1"), HttpStatus.BAD_REQUEST);
	}

	@Test
	void refusesWhoDoesNotAdministerAndRecordsIt() {
		for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.GET, HttpMethod.DELETE)) {
			var request = service.as(RunningService.BO).method(method).uri("/v1/budgets/team:revenue");
			if (method == HttpMethod.PUT) {
				request.bodyValue(Map.of("limitUsd", "1000000"));
			}
			request.exchange()
				.expectStatus()
				.isForbidden()
				.expectBody()
				.jsonPath("$.error.code")
				.isEqualTo("administrator_required");
		}
		Await.until("three refusals are in the chain", () -> DATABASE.number(
				"SELECT count(*) FROM usage.audit_event WHERE subject = 'idp|bo' AND decision = 'refused' AND action LIKE 'budget.%'") == 3);
	}

	private static JsonNode put(String id, Map<String, Object> request, HttpStatus status) {
		byte[] body = service.as(RunningService.ADMIN)
			.put()
			.uri("/v1/budgets/" + id)
			.bodyValue(request)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(Objects.requireNonNull(body));
	}

	private static JsonNode get(String path, HttpStatus status) {
		byte[] body = service.as(RunningService.ADMIN)
			.get()
			.uri("/v1/budgets" + path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
	}

	private static JsonNode published(String id) {
		return TestTopics.readAll("hilum.access.v1")
			.stream()
			.filter((item) -> item.key().equals("budget:" + id))
			.reduce((older, newer) -> newer)
			.map((item) -> JSON.readTree(item.value()))
			.orElseThrow();
	}

}
