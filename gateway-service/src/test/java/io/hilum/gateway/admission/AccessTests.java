package io.hilum.gateway.admission;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.AuthenticationRule;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Rights;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.context.Authentication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Access}.
 */
class AccessTests {

	private static final AccessPolicy POLICY = new AccessPolicy("v1",
			NamePattern.listOf(List.of("gpt-4o", "mini", "vault-1")),
			Map.of("Clinician", Role.unconditional("Clinician", PhiMode.PSEUDONYMISE), "Developer",
					Role.unconditional("Developer", PhiMode.BLOCK), "Billing",
					new Role("Billing", NamePattern.listOf(List.of("mini")), PhiMode.ALLOW, List.of(),
							Authentication.ANY, Rights.ALL, true, true, null),
					"Ward",
					new Role("Ward", NamePattern.listOf(List.of("*")), PhiMode.REDACT,
							List.of(Network.parse("10.0.0.0/8")), new Authentication(true, List.of(), null), Rights.ALL,
							false, false, null),
					"Surgeon",
					new Role("Surgeon", NamePattern.listOf(List.of("*")), PhiMode.REDACT, List.of(),
							new Authentication(false, List.of("c1", "c3"), Duration.ofMinutes(15)), Rights.ALL, false,
							false, null)),
			List.of(),
			List.of(new AuthenticationRule(new NamePattern("vault*"), new Authentication(false, List.of("c2"), null))));

	private static final Use CHAT = Use.ofModel("/v1/chat/completions", List.of(), List.of());

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

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
		assertThat(
				Access.toModel(POLICY, caller(List.of("Ward"), List.of(), true), from("10.1.1.1"), "mini", CHAT).mode())
			.isEqualTo(PhiMode.REDACT);
	}

	@Test
	void tellsAPersonHowToSignInAgain() {
		GatewayProblem.StepUp noContext = stepUp("Surgeon", assurance(false, Set.of("c2"), NOW), "mini");
		assertThat(noContext.code()).isEqualTo("authentication_context_required");
		assertThat(noContext.contexts()).containsExactly("c1", "c3");
		assertThat(noContext.maxAge()).hasMinutes(15);
		assertThat(stepUp("Surgeon", assurance(true, Set.of("c3"), NOW.minusSeconds(901)), "mini").code())
			.isEqualTo("authentication_context_required");
		assertThat(stepUp("Surgeon", assurance(true, Set.of("c3"), null), "mini").maxAge()).hasMinutes(15);
		GatewayProblem.StepUp noFactor = stepUp("Ward", assurance(false, Set.of(), NOW), "mini");
		assertThat(noFactor.code()).isEqualTo("mfa_required");
		assertThat(noFactor.contexts()).containsExactly("gold");
		assertThat(noFactor.asClaims()).isTrue();
	}

	@Test
	void letsAPersonInWhoSignedInAsRequired() {
		Caller surgeon = caller(List.of("Surgeon"), List.of(), assurance(false, Set.of("c3"), NOW.minusSeconds(900)));
		assertThat(Access.toModel(POLICY, surgeon, from("10.1.1.1"), "mini", CHAT).roles()).containsExactly("Surgeon");
	}

	@Test
	void asksForMoreWhereAModelDoes() {
		GatewayProblem.StepUp model = stepUp("Clinician", assurance(true, Set.of("c1"), NOW), "vault-1");
		assertThat(model.contexts()).containsExactly("c2");
		Caller sure = caller(List.of("Clinician"), List.of(), assurance(false, Set.of("c2"), null));
		assertThat(Access.toModel(POLICY, sure, from("10.1.1.1"), "vault-1", CHAT).roles())
			.containsExactly("Clinician");
	}

	@Test
	void refusesKeysAndProgramsWhereOnlyPeopleCanSignInAgain() {
		assertThat(refusal("mini", caller(List.of("Surgeon"), List.of(), Assurance.OF_KEY), "10.1.1.1"))
			.isEqualTo("authentication_context_required");
		assertThat(refusal("vault-1", caller(List.of("Clinician"), List.of(), Assurance.OF_KEY), "10.1.1.1"))
			.isEqualTo("authentication_context_required");
		Assurance program = new Assurance(false, Set.of(), null, null);
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Access.toModel(POLICY,
				caller(List.of("Ward"), List.of(), program), from("10.1.1.1"), "mini", CHAT));
		assertThat(refused.problem()).isInstanceOf(GatewayProblem.Forbidden.class);
	}

	@Test
	void keepsARoleToItsFeaturesCollectionsAndTools() {
		Rights rights = new Rights(NamePattern.listOf(List.of("chat", "search", "collections")),
				NamePattern.listOf(List.of("icd-*")), NamePattern.listOf(List.of("lookup_*")));
		AccessPolicy policy = new AccessPolicy("v1", NamePattern.listOf(List.of("m")),
				Map.of("Coder", new Role("Coder", NamePattern.listOf(List.of("*")), PhiMode.REDACT, List.of(),
						Authentication.ANY, rights, false, false, null)));
		assertThat(used(policy, Use.ofModel("/v1/chat/completions", List.of("icd-10"), List.of("lookup_code"))))
			.isNull();
		assertThat(used(policy, Use.ofModel("/v1/embeddings", List.of(), List.of()))).isEqualTo("feature_not_allowed");
		assertThat(used(policy, Use.ofModel("/v1/messages/count_tokens", List.of(), List.of())))
			.isEqualTo("feature_not_allowed");
		assertThat(used(policy, Use.ofModel("/v1/chat/completions", List.of("icd-10", "formulary"), List.of())))
			.isEqualTo("collection_not_allowed");
		assertThat(used(policy, Use.ofModel("/v1/chat/completions", List.of(), List.of("lookup_code", "web_search"))))
			.isEqualTo("tool_not_allowed");
		assertThat(used(policy, Use.ofPath("/v1/search", false))).isEqualTo("collection_not_allowed");
		assertThat(used(policy, Use.ofPath("/v1/collections", false))).isEqualTo("collection_not_allowed");
		assertThat(used(policy, Use.ofPath("/v1/collections", true))).isNull();
		assertThat(used(policy, Use.ofPath("/v1/collections/icd-10/documents", false))).isNull();
		assertThat(used(policy, Use.ofPath("/v1/collections/formulary", true))).isEqualTo("collection_not_allowed");
		assertThat(used(policy, Use.ofPath("/v1/keys", true))).isEqualTo("feature_not_allowed");
		assertThat(used(policy, Use.ofPath("/v1/me", true))).isNull();
		assertThat(used(policy, Use.ofPath("/openai/v1/models", true))).isNull();
	}

	private static @Nullable String used(AccessPolicy policy, Use use) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> Access.toGateway(policy, caller(List.of("Coder"), List.of(), true), from("10.1.1.1"), use));
		return (refused != null) ? refused.problem().code() : null;
	}

	private static GatewayProblem.StepUp stepUp(String role, Assurance assurance, String model) {
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Access.toModel(POLICY,
				caller(List.of(role), List.of(), assurance), from("10.1.1.1"), model, CHAT));
		assertThat(refused).isNotNull();
		return (GatewayProblem.StepUp) refused.problem();
	}

	private static Assurance assurance(boolean secondFactor, Set<String> contexts, @Nullable Instant at) {
		return new Assurance(secondFactor, contexts, at, new Assurance.StepUp(true, "gold"));
	}

	private static Grant grant(String model, String... roles) {
		return Access.toModel(POLICY, caller(List.of(roles), List.of(), true), from("10.1.1.1"), model, CHAT);
	}

	private static String refusal(String model, Caller caller, String address) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> Access.toModel(POLICY, caller, from(address), model, CHAT));
		assertThat(refused).isNotNull();
		return refused.problem().code();
	}

	private static Caller caller(List<String> roles, List<String> models, boolean secondFactor) {
		return caller(roles, models, assurance(secondFactor, Set.of(), null));
	}

	private static Caller caller(List<String> roles, List<String> models, Assurance assurance) {
		return new Caller("iss|amelia", roles, "team", null, null, null, NamePattern.listOf(models), List.of(),
				assurance, List.of());
	}

	private static Arrival from(String address) {
		return new Arrival("req_1", InetAddress.ofLiteral(address), 0, NOW, null, null, List.of(), null);
	}

}
