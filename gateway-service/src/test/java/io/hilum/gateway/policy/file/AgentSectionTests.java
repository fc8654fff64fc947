package io.hilum.gateway.policy.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AgentSection}.
 */
class AgentSectionTests {

	private static final String CATALOGUE = """
			models: [{name: gpt-4o}, {name: gpt-4o-mini}]
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise}
			  Billing: {models: [gpt-4o-mini], phi: redact}
			agents:
			""";

	@Test
	void readsAgentsAndTheirBounds() {
		AccessPolicy policy = read("  - {name: agent/coding, model: gpt-4o-mini, roles: [Billing, Clinician],"
				+ " steps: 8, time: 2m, tokens: 60000, usd: 0.25}\n  - {name: agent/clinical, model: gpt-4o, roles: [Clinician]}");
		assertThat(policy.agents().get("agent/coding")).isEqualTo(new Agent("agent/coding", "gpt-4o-mini",
				List.of("Billing", "Clinician"), new Agent.Bounds(8, Duration.ofMinutes(2), 60_000L, 250_000_000L)));
		assertThat(policy.agents().get("agent/clinical"))
			.isEqualTo(new Agent("agent/clinical", "gpt-4o", List.of("Clinician"), Agent.Bounds.USUAL));
		assertThat(policy.knows("agent/coding")).isTrue();
		Role billing = policy.rolesOf(List.of("Billing")).getFirst();
		assertThat(policy.permits(billing, "agent/coding")).isTrue();
		assertThat(policy.permits(billing, "agent/clinical")).isFalse();
		assertThat(policy.withoutAgents().knows("agent/coding")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "{name: coding, model: gpt-4o, roles: [Clinician]};must be like 'agent/coding'",
					"{name: agent/x, model: gpt-5, roles: [Clinician]};which there is not",
					"{name: agent/x, model: gpt-4o};names no role",
					"{name: agent/x, model: gpt-4o, roles: [Nurse]};which there is not",
					"{name: agent/x, model: gpt-4o, roles: [Billing]};which role 'Billing' may not use",
					"{name: agent/x, model: gpt-4o, roles: [Clinician], stops: 3};'stops' is not known",
					"{name: agent/x, model: gpt-4o, roles: [Clinician], steps: 0};'steps' of agent 'agent/x'",
					"{name: agent/x, model: gpt-4o, roles: [Clinician], time: 0s};'time' of agent 'agent/x'",
					"{name: agent/x, model: gpt-4o, roles: [Clinician], usd: -1};'usd' of agent 'agent/x'",
					"{name: agent/x, model: gpt-4o, roles: [Clinician], usd: a};'usd' of agent 'agent/x'",
					"agent/x;must be a mapping" })
	void refusesWhatIsNoAgent(String agent, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> read("  - " + agent)).withMessageContaining(reason);
	}

	@Test
	void refusesTwoOfOneName() {
		String one = "  - {name: agent/x, model: gpt-4o, roles: [Clinician]}\n";
		assertThatIllegalArgumentException().isThrownBy(() -> read(one + one)).withMessageContaining("two of the name");
	}

	private static AccessPolicy read(String agents) {
		return CatalogueReader.read((CATALOGUE + agents).getBytes(StandardCharsets.UTF_8), UnaryOperator.identity());
	}

}
