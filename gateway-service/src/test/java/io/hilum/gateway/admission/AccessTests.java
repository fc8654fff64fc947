package io.hilum.gateway.admission;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Access}.
 */
class AccessTests {

	private static final AccessPolicy POLICY = new AccessPolicy("v1", NamePattern.listOf(List.of("gpt-4o", "mini")),
			Map.of("Clinician", Role.unconditional("Clinician", PhiMode.PSEUDONYMISE), "Developer",
					Role.unconditional("Developer", PhiMode.BLOCK), "Billing",
					new Role("Billing", NamePattern.listOf(List.of("mini")), PhiMode.ALLOW, List.of(), false, true,
							true, null),
					"Ward", new Role("Ward", NamePattern.listOf(List.of("*")), PhiMode.REDACT,
							List.of(Network.parse("10.0.0.0/8")), true, false, false, null)));

	@Test
	void actsInTheRolesThatPermitIt() {
		assertThat(grant("gpt-4o", "Clinician", "Billing", "uma_authorization").roles()).containsExactly("Clinician");
		assertThat(grant("mini", "Clinician", "Billing").roles()).containsExactly("Clinician", "Billing");
	}

	@Test
	void takesTheStrictestMode() {
		assertThat(grant("mini", "Billing", "Clinician").mode()).isEqualTo(PhiMode.PSEUDONYMISE);
		assertThat(grant("mini", "Billing", "Clinician", "Developer").mode()).isEqualTo(PhiMode.BLOCK);
		assertThat(grant("mini", "Billing").mode()).isEqualTo(PhiMode.ALLOW);
		assertThat(grant("mini", "Billing", "Clinician").media()).isFalse();
		assertThat(grant("mini", "Billing").state()).isTrue();
		assertThat(grant("mini", "Billing", "Clinician").state()).isFalse();
	}

	@Test
	void refusesWhatNoRolePermits() {
		assertThat(refusal("gpt-4o", caller(List.of("Billing"), List.of(), true), "10.1.1.1"))
			.isEqualTo("model_not_allowed");
		assertThat(refusal("gpt-4o", caller(List.of("Clinician"), List.of("mini"), true), "10.1.1.1"))
			.isEqualTo("model_not_allowed");
		assertThat(refusal("nope", caller(List.of("Clinician"), List.of(), true), "10.1.1.1"))
			.isEqualTo("model_not_found");
		assertThat(refusal("mini", caller(List.of("admin", "clinician"), List.of(), true), "10.1.1.1"))
			.isEqualTo("no_role");
		assertThat(refusal("mini", caller(List.of(), List.of(), true), "10.1.1.1")).isEqualTo("no_role");
	}

	@Test
	void appliesTheConditionsOfARole() {
		assertThat(refusal("mini", caller(List.of("Ward"), List.of(), true), "192.168.1.1"))
			.isEqualTo("network_not_allowed");
		assertThat(refusal("mini", caller(List.of("Ward"), List.of(), false), "10.1.1.1")).isEqualTo("mfa_required");
		assertThat(Access.toModel(POLICY, caller(List.of("Ward"), List.of(), true), from("10.1.1.1"), "mini").mode())
			.isEqualTo(PhiMode.REDACT);
	}

	private static Grant grant(String model, String... roles) {
		return Access.toModel(POLICY, caller(List.of(roles), List.of(), true), from("10.1.1.1"), model);
	}

	private static String refusal(String model, Caller caller, String address) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> Access.toModel(POLICY, caller, from(address), model));
		assertThat(refused).isNotNull();
		return refused.problem().code();
	}

	private static Caller caller(List<String> roles, List<String> models, boolean secondFactor) {
		return new Caller("iss|amelia", roles, "team", null, null, null, NamePattern.listOf(models), List.of(),
				secondFactor);
	}

	private static Arrival from(String address) {
		return new Arrival("req_1", InetAddress.ofLiteral(address), 0);
	}

}
