package io.hilum.systemtests;

import java.time.Duration;

import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys and budgets: what an administrator changes is in force within a second.
 */
@Order(40)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {

	private static final Duration IN_FORCE = Duration.ofSeconds(60);

	private final Suite suite;

	AccountsIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void keyWorksFromItsBirthToItsRevocation() {
		JsonNode issued = issue("Billing", "rounds helper", "\"*\"");
		Gateway holder = holderOf(issued);
		Answer first = Eventually.get(IN_FORCE, () -> ask(holder, "echo"), (answer) -> answer.status() == 200);
		assertThat(first.status()).isEqualTo(200);
		Answer revoked = this.suite.as("Admin").delete("/v1/keys/" + issued.path("id").stringValue());
		assertThat(revoked.status()).isEqualTo(204);
		Answer last = Eventually.get(IN_FORCE, () -> ask(holder, "echo"), (answer) -> answer.status() == 401);
		assertThat(last.status()).isEqualTo(401);
	}

	@Test
	void keyThatMayUseOneModelIsRefusedTheOthers() {
		Gateway holder = holderOf(issue("Clinician", "echo only", "\"echo\""));
		assertThat(Eventually.get(IN_FORCE, () -> ask(holder, "echo"), (answer) -> answer.status() == 200).status())
			.isEqualTo(200);
		assertThat(ask(holder, "slow").status()).isEqualTo(403);
	}

	@Test
	void keyIsShownOnce() {
		JsonNode issued = issue("Billing", "seen once", "\"*\"");
		assertThat(this.suite.as("Admin").get("/v1/keys").body()).contains("seen once")
			.doesNotContain(issued.path("key").stringValue());
		assertThat(this.suite.books().tables()).allSatisfy((table) -> assertThat(this.suite.books().rows(table))
			.noneMatch((row) -> row.contains(issued.path("key").stringValue())));
	}

	@Test
	void whoDoesNotAdministerMakesNoKeyForAnother() {
		Answer answer = this.suite.as("Billing")
			.post("/v1/keys", "{\"name\": \"not mine\", \"roles\": [\"Admin\"], \"team\": \"platform\"}");
		assertThat(answer.status()).isBetween(400, 403);
	}

	@Test
	void spentBudgetRefusesBeforeTheProviderIsAsked() {
		JsonNode issued = issue("Clinician", "poor", "\"*\"");
		Gateway holder = holderOf(issued);
		assertThat(Eventually.get(IN_FORCE, () -> ask(holder, "echo"), (answer) -> answer.status() == 200).status())
			.isEqualTo(200);
		String budget = "/v1/budgets/key:" + issued.path("id").stringValue();
		Answer set = this.suite.as("Admin").put(budget, "{\"limitNanoUsd\": 0, \"window\": \"day\"}");
		assertThat(set.status()).isEqualTo(200);
		Answer refused = Eventually.get(IN_FORCE, () -> ask(holder, "echo"), (answer) -> answer.status() == 429);
		int known = this.suite.upstream().count();
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.errorCode()).isEqualTo("budget_exceeded");
		assertThat(refused.header("x-should-retry")).isEqualTo("false");
		assertThat(ask(holder, "echo").status()).isEqualTo(429);
		assertThat(this.suite.upstream().count()).isEqualTo(known);
		assertThat(ask(holder, "sandbox").status()).as("a free model").isEqualTo(200);
	}

	@Test
	void everybodySeesWhatTheyUsed() {
		assertThat(ask(this.suite.as("Clinician"), "echo").status()).isEqualTo(200);
		JsonNode me = this.suite.as("Clinician").get("/v1/me").json();
		assertThat(me.path("team").asString("")).isEqualTo("cardiology");
		assertThat(this.suite.as("Clinician").get("/v1/usage").status()).isEqualTo(200);
		assertThat(this.suite.as("Clinician").get("/v1/audit").status()).isEqualTo(403);
	}

	private JsonNode issue(String role, String name, String models) {
		Answer issued = this.suite.as("Admin")
			.post("/v1/keys",
					"""
							{"name": "%s", "roles": ["%s"], "team": "revenue", "models": [%s], "subject": "helper", "purpose": "payment"}"""
						.formatted(name, role, models));
		assertThat(issued.status()).as(issued.body()).isEqualTo(201);
		return issued.json();
	}

	private Gateway holderOf(JsonNode issued) {
		return new Gateway(this.suite.access().gateway(), issued.path("key").stringValue());
	}

	private static Answer ask(Gateway gateway, String model) {
		return gateway.post("/v1/chat/completions",
				"{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"What is a hilum?\"}]}"
					.formatted(model));
	}

}
