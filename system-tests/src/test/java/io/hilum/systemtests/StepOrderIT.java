package io.hilum.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order of the steps of a chat request, seen in which of two reasons refuses it:
 * identity, shape and permission, identifiers, budget, cache, provider. No refused
 * request reaches the provider or the ledger.
 */
@Order(50)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepOrderIT {

	private static final String PATIENT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025.";

	private static final String BUDGET = "/v1/budgets/user:";

	private final Suite suite;

	private int upstreamBefore;

	private int ledgerBefore;

	StepOrderIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeAll
	void count() {
		this.upstreamBefore = this.suite.upstream().count();
		this.ledgerBefore = ledger();
	}

	@AfterAll
	void nothingWasAskedOrCharged() {
		assertThat(this.suite.upstream().count()).isEqualTo(this.upstreamBefore);
		assertThat(ledger()).isEqualTo(this.ledgerBefore);
	}

	/** Once the events of what was asked before are in it. */
	private int ledger() {
		return Eventually.settled(Duration.ofSeconds(5), Duration.ofSeconds(120),
				() -> this.suite.books().ledger().size());
	}

	@Test
	void identityComesBeforeTheShape() {
		Answer answer = new Gateway(this.suite.access().gateway(), "nobody").post("/v1/chat/completions", "{{{");
		assertThat(answer.status()).isEqualTo(401);
	}

	@Test
	void shapeComesBeforePermission() {
		assertThat(this.suite.as("Billing").post("/v1/chat/completions", chat("slow", PATIENT) + "}").status())
			.isEqualTo(400);
	}

	@Test
	void permissionComesBeforeIdentifiers() {
		Answer answer = this.suite.as("Developer").post("/v1/chat/completions", chat("gpt-nothing", PATIENT));
		assertThat(answer.status()).isIn(403, 404);
		assertThat(answer.errorCode()).isNotEqualTo("phi_blocked");
	}

	@Test
	void identifiersComeBeforeTheBudgetAndTheBudgetBeforeTheProvider() {
		String subject = this.suite.as("Developer").get("/v1/me").json().path("subject").stringValue();
		Gateway admin = this.suite.as("Admin");
		assertThat(admin.put(BUDGET + subject, "{\"limitNanoUsd\": 0, \"window\": \"day\"}").status()).isEqualTo(200);
		try {
			List<Integer> statuses = IntStream.range(0, 20)
				.mapToObj((any) -> this.suite.as("Developer").post("/v1/chat/completions", chat("fail", PATIENT)))
				.map(Answer::status)
				.distinct()
				.toList();
			assertThat(statuses).containsExactly(400);
			Answer poor = this.suite.as("Developer").post("/v1/chat/completions", chat("fail", "What is a hilum?"));
			assertThat(poor.errorCode()).isEqualTo("budget_exceeded");
		}
		finally {
			assertThat(admin.delete(BUDGET + subject).status()).isEqualTo(204);
		}
	}

	private static String chat(String model, String question) {
		return "{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}".formatted(model,
				question);
	}

}
