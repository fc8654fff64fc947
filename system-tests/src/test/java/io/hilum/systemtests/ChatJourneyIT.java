package io.hilum.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.models.Model;
import io.hilum.systemtests.client.Sdk;
import io.hilum.systemtests.client.Sdk.Reply;
import io.hilum.systemtests.client.SignIn;
import io.hilum.systemtests.evidence.AuditRow;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.evidence.LedgerRow;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A day of four people at the gateway, with OpenAI's own SDK and nothing changed but its
 * address.
 */
@Order(10)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatJourneyIT {

	private static final String ABOUT_A_PATIENT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?";

	private static final String ABOUT_NOBODY = "What is the usual starting dose of lisinopril?";

	private static final Duration BOOKS_CATCH_UP = Duration.ofSeconds(120);

	private final Suite suite;

	ChatJourneyIT(Suite suite) {
		this.suite = suite;
	}

	@ParameterizedTest
	@CsvSource({ "Clinician, key, stream", "Clinician, key, whole", "Clinician, token, stream",
			"Clinician, token, whole", "Billing, key, stream", "Billing, key, whole", "Billing, token, stream",
			"Billing, token, whole", "Admin, key, stream", "Admin, key, whole", "Admin, token, stream",
			"Admin, token, whole" })
	void asksAboutAPatientAndReadsTheAnswerInClear(String role, String credential, String form) {
		int known = this.suite.upstream().count();
		try (Sdk sdk = sdk(role, credential)) {
			Reply reply = form.equals("stream") ? sdk.stream("echo", ABOUT_A_PATIENT)
					: sdk.ask("echo", ABOUT_A_PATIENT);
			assertThat(reply.text()).isEqualTo(ABOUT_A_PATIENT);
			assertThat(reply.header("hilum-model")).isEqualTo("echo");
			assertThat(reply.header("hilum-provider")).isEqualTo("scripted");
			assertThat(reply.header("hilum-attempts")).isEqualTo("1");
			assertThat(reply.header("hilum-phi")).contains("NAME=", "MRN=1", "DATE=1");
			assertThat(reply.header("x-ratelimit-remaining-requests")).matches("\\d+");
			assertThat(reply.requestId()).isNotEmpty();
		}
		assertThat(this.suite.upstream().exchangesAfter(known)).singleElement()
			.satisfies((exchange) -> assertThat(exchange.body()).doesNotContain("Petersen", "48213907", "10/20/2025")
				.contains("Is she due?"));
	}

	@Test
	void costAndOverheadStandInTheHeadersOfAWholeAnswer() {
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			Reply reply = sdk.ask("echo", ABOUT_NOBODY);
			assertThat(reply.header("hilum-cost-usd")).matches("0\\.0\\d+");
			assertThat(reply.header("hilum-overhead-ms")).matches("\\d+(\\.\\d+)?");
		}
	}

	@Test
	void developerIsRefusedTextsOfPatientsAndServedOthers() {
		int known = this.suite.upstream().count();
		try (Sdk sdk = this.suite.sdk("Developer")) {
			assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> sdk.stream("echo", ABOUT_A_PATIENT))
				.satisfies((ex) -> assertThat(ex.code()).contains("phi_blocked"))
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("Petersen"));
			assertThat(this.suite.upstream().count()).isEqualTo(known);
			assertThat(sdk.stream("echo", ABOUT_NOBODY).text()).isEqualTo(ABOUT_NOBODY);
		}
	}

	@Test
	void eachSeesTheModelsThatTheRoleMayUse() {
		assertThat(models("Billing")).containsExactlyInAnyOrder("echo", "sandbox");
		assertThat(models("Clinician")).contains("echo", "slow", "sandbox");
	}

	@Test
	void modelOfAnotherRoleIsForbidden() {
		try (Sdk sdk = this.suite.sdk("Billing")) {
			assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> sdk.ask("slow", ABOUT_NOBODY));
		}
	}

	@Test
	void modelThatNobodyHasIsNotFound() {
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> sdk.ask("gpt-nothing", ABOUT_NOBODY));
		}
	}

	@Test
	void strangerIsRefusedInOpenAisForm() {
		try (Sdk sdk = new Sdk(this.suite.access().gateway(), "hlm_abcdef12_" + "x".repeat(43))) {
			assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> sdk.ask("echo", ABOUT_NOBODY))
				.satisfies((ex) -> assertThat(ex.code()).isPresent())
				.satisfies((ex) -> assertThat(ex.type()).isPresent());
		}
	}

	@Test
	void streamThatTheProviderCutsEndsInAnErrorAndWithoutDone() {
		String body = this.suite.as("Clinician")
			.post("/v1/chat/completions",
					"""
							{"model": "cut", "stream": true, "messages": [{"role": "user", "content": "%s"}]}"""
						.formatted(ABOUT_A_PATIENT))
			.body();
		assertThat(body).contains("\"error\"").doesNotContain("[DONE]", "Exception");
	}

	@Test
	void providersFailureIsOursInOpenAisFormAndHasNoneOfItsText() {
		assertThat(this.suite.as("Clinician").post("/v1/chat/completions", """
				{"model": "fail", "messages": [{"role": "user", "content": "%s"}]}""".formatted(ABOUT_A_PATIENT)))
			.satisfies((answer) -> {
				assertThat(answer.status()).isBetween(500, 599);
				assertThat(answer.errorCode()).isNotEmpty();
				assertThat(answer.body()).doesNotContain("<h1>", "Petersen");
			});
	}

	@Test
	void everyRequestIsInTheLedgerAndInTheAudit() {
		try (Sdk sdk = sdk("Billing", "token")) {
			Reply reply = sdk.stream("echo", ABOUT_A_PATIENT);
			List<LedgerRow> rows = Eventually.get(BOOKS_CATCH_UP, () -> entriesOf(reply.requestId()),
					(found) -> !found.isEmpty());
			assertThat(rows).singleElement().satisfies((row) -> {
				assertThat(row.team()).isEqualTo("revenue");
				assertThat(row.event()).contains("\"Billing\"", "\"MRN\"");
			});
			List<AuditRow> audit = Eventually.get(BOOKS_CATCH_UP, () -> auditOf(reply.requestId()),
					(found) -> !found.isEmpty());
			assertThat(audit).singleElement().satisfies((row) -> {
				assertThat(row.decision()).isEqualTo("allowed");
				assertThat(row.event()).contains("DEIDENTIFIED", "pseudonymise", "\"MRN\"");
			});
		}
	}

	private Set<String> models(String role) {
		try (Sdk sdk = this.suite.sdk(role)) {
			return Set.copyOf(sdk.client().models().list().items().stream().map(Model::id).toList());
		}
	}

	private List<LedgerRow> entriesOf(String request) {
		return this.suite.books().ledger().stream().filter((row) -> row.requestId().equals(request)).toList();
	}

	private List<AuditRow> auditOf(String request) {
		return this.suite.books().audit().stream().filter((row) -> row.requestId().equals(request)).toList();
	}

	private Sdk sdk(String role, String credential) {
		return credential.equals("key") ? this.suite.sdk(role)
				: new Sdk(this.suite.access().gateway(), SignIn.as(this.suite.access(), role));
	}

}
