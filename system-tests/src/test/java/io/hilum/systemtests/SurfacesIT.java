package io.hilum.systemtests;

import com.openai.errors.BadRequestException;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import io.hilum.systemtests.client.Sdk;
import io.hilum.systemtests.client.Sdk.Reply;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The other APIs of OpenAI, with its own SDK, on a provider that knows chats only.
 */
@Order(15)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfacesIT {

	private static final String ABOUT_A_PATIENT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?";

	private final Suite suite;

	SurfacesIT(Suite suite) {
		this.suite = suite;
	}

	@ParameterizedTest
	@ValueSource(strings = { "stream", "whole" })
	void respondsAboutAPatientInClear(String form) {
		int known = this.suite.upstream().count();
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			Reply reply = form.equals("stream") ? sdk.streamResponse("echo", ABOUT_A_PATIENT)
					: sdk.respond("echo", ABOUT_A_PATIENT);
			assertThat(reply.text()).isEqualTo(ABOUT_A_PATIENT);
			assertThat(reply.header("hilum-phi")).contains("NAME=", "MRN=1", "DATE=1");
		}
		assertNothingReached(known);
	}

	@Test
	void completesATextAboutAPatientInClear() {
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			String text = sdk.client()
				.completions()
				.create(CompletionCreateParams.builder().model("sandbox").prompt(ABOUT_A_PATIENT).build())
				.choices()
				.getFirst()
				.text();
			assertThat(text).contains("Irma Petersen", "48213907", "10/20/2025");
		}
	}

	@Test
	void embedsATextAboutAPatient() {
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			assertThat(sdk.client()
				.embeddings()
				.create(EmbeddingCreateParams.builder().model("sandbox").input(ABOUT_A_PATIENT).build())
				.data()).hasSize(1);
		}
	}

	@Test
	void keepsNothingAtAProvider() {
		int known = this.suite.upstream().count();
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			assertThatExceptionOfType(BadRequestException.class)
				.isThrownBy(() -> sdk.client()
					.responses()
					.create(ResponseCreateParams.builder().model("echo").input("hello").store(true).build()))
				.satisfies((ex) -> assertThat(ex.code()).contains("stored_state_not_allowed"));
		}
		assertThat(this.suite.upstream().count()).isEqualTo(known);
	}

	private void assertNothingReached(int known) {
		assertThat(this.suite.upstream().exchangesAfter(known)).singleElement()
			.satisfies((exchange) -> assertThat(exchange.body()).doesNotContain("Petersen", "48213907", "10/20/2025")
				.contains("Is she due?"));
	}

}
