package io.hilum.gateway.phi.http;

import java.util.List;
import java.util.Map;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiRule.TypeRule;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is sent to phi-scrubber-service and read from it is what the contract says.
 */
class ScrubContractTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<PhiText> TEXTS = List.of(PhiText.of("Irma Peter, MRN 964741, was seen on 10/20/2023."),
			PhiText.of("When was Ms. Peter seen?"));

	@Test
	void writesTheRequest() {
		ScrubRequestV1 request = ScrubRequestV1
			.of(new ScrubOrder(PhiTreatment.of(PhiMode.PSEUDONYMISE), TEXTS, List.of(), List.of()));
		assertThat(JSON.readTree(JSON.writeValueAsBytes(request)))
			.isEqualTo(JSON.readTree(RunningGateway.example("scrub/request.json")));
		assertThat(request.toString()).doesNotContain("Irma");
	}

	@Test
	void writesWhatRulesAndClientsKnow() {
		PhiTreatment treatment = new PhiTreatment(PhiMode.REDACT, 0.5,
				Map.of("DATE", new TypeRule(PhiMode.SHIFT_DATES, null), "NAME", new TypeRule(null, 0.7)));
		ScrubRequestV1 request = ScrubRequestV1
			.of(new ScrubOrder(treatment, TEXTS, List.of(1), List.of(new KnownIdentity("MRN", PhiText.of("964741")))));
		assertThat(JSON.readTree(JSON.writeValueAsBytes(request)))
			.isEqualTo(JSON.readTree(RunningGateway.example("scrub/policy.json")));
		assertThat(request.toString()).doesNotContain("964741");
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
