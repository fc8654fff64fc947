package io.hilum.gateway.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallAudit}.
 */
class CallAuditTests {

	@ParameterizedTest
	@CsvSource({ "GET,/v1/usage/summary,usage.read", "POST,/v1/keys,keys.create",
			"PUT,/v1/budgets/team:x,budgets.change", "PATCH,/v1/keys/a,keys.change",
			"DELETE,/v1/keys/k7m2p4,keys.delete", "GET,/v1/me,me.read", "POST,/v1/phi/preview,phi.create",
			"POST,/v1/catalogue/simulate,catalogue.simulate", "POST,/v1/responses/r1/cancel,responses.cancel",
			"POST,/mcp,mcp.call", "POST,/,create", "POST,/v1/agents/runs/r1/approvals/2-1,agents.decide",
			"POST,/v1/agents/runs/r1/replay,agents.replay" })
	void namesWhatIsDone(String method, String path, String action) {
		assertThat(CallAudit.action(path, method)).isEqualTo(action).matches("[a-z]+(\\.[a-z]+)*");
	}

	@ParameterizedTest
	@CsvSource({ "/v1/keys/k7m2p4,keys/k7m2p4", "/v1/usage,usage", "/mcp,mcp",
			"/v1/collections/notes/documents/Irma%20Peter.pdf/x/y,collections/notes/documents/_/x",
			"/v1/agents/runs/req_1/approvals/2-1,agents/runs/req_1/approvals/2-1" })
	void namesWhatItIsDoneTo(String path, String resource) {
		assertThat(CallAudit.resource(path)).isEqualTo(resource);
	}

	@Test
	void boundsTheName() {
		assertThat(CallAudit.resource("/v1/keys/" + "a".repeat(1000))).isEqualTo("keys/_");
	}

}
