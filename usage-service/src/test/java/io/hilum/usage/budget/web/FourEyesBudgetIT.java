package io.hilum.usage.budget.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Budgets on which four eyes look, in the whole service on real parts.
 */
class FourEyesBudgetIT {

	private static final TestDatabase DATABASE = TestDatabase.create();

	private static final ServiceContext SECOND = RunningService.caller("idp|grace", "platform", null, "Admin");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(DATABASE.part(), home, "--hilum.budgets.four-eyes=true");
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void raisesWhenTwoWantTheSame() {
		put(RunningService.ADMIN, "team:raise", "10.00", Map.of(), HttpStatus.OK);
		assertThat(put(RunningService.ADMIN, "team:raise", "20.00", Map.of(), HttpStatus.FORBIDDEN))
			.contains("second_administrator_required");
		assertThat(put(RunningService.ADMIN, "team:raise", "20.00", Map.of(), HttpStatus.FORBIDDEN))
			.contains("second_administrator_required");
		assertThat(limit("team:raise")).isEqualTo("10.000000000");
		put(SECOND, "team:raise", "20.00", Map.of(), HttpStatus.OK);
		assertThat(limit("team:raise")).isEqualTo("20.000000000");
	}

	@Test
	void doesNotRaiseWhenTheyWantDifferentThings() {
		put(RunningService.ADMIN, "team:differ", "10.00", Map.of(), HttpStatus.OK);
		put(RunningService.ADMIN, "team:differ", "20.00", Map.of(), HttpStatus.FORBIDDEN);
		put(SECOND, "team:differ", "20.01", Map.of(), HttpStatus.FORBIDDEN);
		put(SECOND, "team:differ", "20.00", Map.of("mode", "soft"), HttpStatus.FORBIDDEN);
		put(SECOND, "team:differ", "1.00", Map.of("window", "day"), HttpStatus.FORBIDDEN);
		put(SECOND, "team:differ", "10.00", Map.of("rollOverUsd", "1"), HttpStatus.FORBIDDEN);
		assertThat(limit("team:differ")).isEqualTo("10.000000000");
	}

	@Test
	void takesAWarningAwayWhenTwoWantTheSame() {
		put(RunningService.ADMIN, "team:warned", "10.00", Map.of("warnAtPercent", List.of(50, 80)), HttpStatus.OK);
		put(RunningService.ADMIN, "team:warned", "10.00", Map.of("warnAtPercent", List.of(50, 80, 100)), HttpStatus.OK);
		put(RunningService.ADMIN, "team:warned", "10.00", Map.of("warnAtPercent", List.of(80, 90, 100)),
				HttpStatus.FORBIDDEN);
		put(SECOND, "team:warned", "10.00", Map.of("warnAtPercent", List.of(100)), HttpStatus.FORBIDDEN);
		put(RunningService.ADMIN, "team:warned", "10.00", Map.of("warnAtPercent", List.of(100)), HttpStatus.OK);
	}

	@Test
	void seesAnotherWarningInWhatTheSecondAsksFor() {
		put(RunningService.ADMIN, "team:sly", "10.00", Map.of("warnAtPercent", List.of(80)), HttpStatus.OK);
		put(RunningService.ADMIN, "team:sly", "20.00", Map.of("warnAtPercent", List.of(80)), HttpStatus.FORBIDDEN);
		put(SECOND, "team:sly", "20.00", Map.of("warnAtPercent", List.of(80, 100)), HttpStatus.FORBIDDEN);
		assertThat(limit("team:sly")).isEqualTo("10.000000000");
	}

	@Test
	void lowersAtOnce() {
		put(RunningService.ADMIN, "team:lower", "10.00", Map.of("mode", "soft"), HttpStatus.OK);
		put(RunningService.ADMIN, "team:lower", "9.00", Map.of("mode", "hard"), HttpStatus.OK);
		assertThat(limit("team:lower")).isEqualTo("9.000000000");
	}

	@Test
	void liftsWhenTwoWantIt() {
		put(RunningService.ADMIN, "team:lift", "10.00", Map.of(), HttpStatus.OK);
		lift(RunningService.ADMIN).expectStatus().isForbidden();
		lift(RunningService.ADMIN).expectStatus().isForbidden();
		lift(SECOND).expectStatus().isNoContent();
	}

	@Test
	void takesNoKeyForAPerson() {
		put(RunningService.ADMIN, "team:key", "10.00", Map.of(), HttpStatus.OK);
		put(RunningService.ADMIN, "team:key", "20.00", Map.of(), HttpStatus.FORBIDDEN);
		ServiceContext robot = RunningService.caller("idp|robot", "platform", "k7m2p4", "Admin");
		assertThat(put(robot, "team:key", "20.00", Map.of(), HttpStatus.FORBIDDEN)).contains("person_required");
		assertThat(limit("team:key")).isEqualTo("10.000000000");
	}

	private static String put(ServiceContext caller, String id, String usd, Map<String, Object> more,
			HttpStatus status) {
		Map<String, Object> request = new HashMap<>(more);
		request.put("limitUsd", usd);
		return text(service.as(caller).put().uri("/v1/budgets/" + id).bodyValue(request).exchange(), status);
	}

	private static String limit(String id) {
		String body = text(service.as(SECOND).get().uri("/v1/budgets/" + id).exchange(), HttpStatus.OK);
		return JsonMapper.shared().readTree(body).path("limitUsd").asString();
	}

	private static WebTestClient.ResponseSpec lift(ServiceContext caller) {
		return service.as(caller).delete().uri("/v1/budgets/team:lift").exchange();
	}

	private static String text(WebTestClient.ResponseSpec response, HttpStatus status) {
		byte[] body = response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
		return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
	}

}
