package io.hilum.gateway.phi.http;

import java.util.List;

import io.hilum.gateway.harness.RunningGateway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is sent to phi-scrubber-service and read from it is what the contract says.
 */
class ScrubContractTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void writesTheRequest() {
		ScrubRequestV1 request = new ScrubRequestV1("pseudonymise",
				List.of("Irma Peter, MRN 964741, was seen on 10/20/2023.", "When was Ms. Peter seen?"));
		assertThat(JSON.readTree(JSON.writeValueAsBytes(request)))
			.isEqualTo(JSON.readTree(RunningGateway.example("scrub/request.json")));
		assertThat(request.toString()).doesNotContain("Irma");
	}

	@Test
	void readsTheAnswer() {
		ScrubResponseV1 response = JSON.readValue(RunningGateway.example("scrub/response.json"), ScrubResponseV1.class);
		assertThat(response.policyVersion()).isEqualTo("builtin-1");
		assertThat(response.texts()).hasSize(2);
		assertThat(response.pseudonyms()).containsEntry("[NAME_7KQ2_W8GF]", "Irma Peter");
		assertThat(response.counts()).containsEntry("MRN", 1);
		assertThat(response.toString()).doesNotContain("Irma");
	}

	@Test
	void readsTheRefusal() {
		ScrubRefusalV1 refusal = JSON.readValue(RunningGateway.example("scrub/blocked.json"), ScrubRefusalV1.class);
		assertThat(refusal.error().code()).isEqualTo("phi_blocked");
		assertThat(refusal.counts()).containsEntry("NAME", 1);
	}

	@Test
	void takesNoAnswerForWholeThatIsNot() {
		for (String field : List.of("policyVersion", "texts", "pseudonyms", "counts")) {
			String partial = RunningGateway.example("scrub/response.json").replace("\"" + field + "\"", "\"x\"");
			assertThatException().isThrownBy(() -> JSON.readValue(partial, ScrubResponseV1.class));
		}
	}

}
