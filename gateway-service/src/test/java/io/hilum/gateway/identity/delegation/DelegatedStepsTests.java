package io.hilum.gateway.identity.delegation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.gateway.MutableClock;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.arrival.StepCalls;
import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.HilumKey;
import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.KeyRings;
import io.hilum.gateway.identity.TemporaryRoles;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link DelegatedSteps} and {@link Delegations}.
 */
class DelegatedStepsTests {

	private static final Agent CODING = new Agent("agent/coding", "gpt-4o", List.of("Coder", "Surge"),
			Agent.Bounds.USUAL);

	private static final String CHAT = "/v1/chat/completions";

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final AtomicReference<AccessPolicy> policy = new AtomicReference<>(policy(CODING));

	private final Delegations delegations = Delegating.with(this.clock);

	private final KeyRing keys = KeyRings.empty(this.clock);

	private final TemporaryRoles temporary = KeyRings.noRoles(this.clock);

	private final DelegatedSteps steps = steps(Delegating.KEY);

	@BeforeEach
	void knowAllKeys() {
		this.keys.completed();
	}

	private DelegatedSteps steps(String key) {
		return new DelegatedSteps(this.delegations, Delegating.properties(key), this.policy::get, this.keys,
				this.temporary, () -> 0x0123456789abcdefL, this.clock);
	}

	@Test
	void speaksForTheCallerAndForNothingElse() {
		DelegatedSteps.Step step = this.steps.admit(StepCalls.of(sealed(caller(null)), context("req_1")), "POST", CHAT);
		Caller caller = step.caller();
		assertThat(caller.subject()).isEqualTo("iss|bo");
		assertThat(caller.roles()).containsExactly("Coder");
		assertThat(caller.team()).isEqualTo("revenue");
		assertThat(caller.purpose()).isEqualTo("payment");
		assertThat(caller.mayUse("gpt-4o")).isTrue();
		assertThat(caller.mayUse("gpt-4o-mini")).isFalse();
		assertThat(caller.mayUse("agent/coding")).isFalse();
		assertThat(caller.actors()).containsExactly("agent/coding", "iss|nurse");
		assertThat(caller.run()).isEqualTo(new Caller.Run("req_1", "agent/coding", "conversation", List.of()));
		assertThat(caller.scope()).isEqualTo(ModelScope.ALL);
		assertThat(step.requestId()).matches("req_1\\.[0-9a-f]{8}");
		assertThat(step.address().getHostAddress()).isEqualTo("10.1.2.3");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/chat/completions", "POST,/v1/keys", "POST,/v1/messages", "GET,/v1/search", "DELETE,/v1/me" })
	void opensNoOtherDoor(String method, String path) {
		String sealed = sealed(caller(null));
		assertThat(refusal(sealed, context("req_1"), method, path)).isEqualTo("delegation_not_for_this");
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", "/v1/search").caller().roles())
			.containsExactly("Coder");
	}

	@Test
	void letsAProgramOfTheCallersSearchAndAskNoModel() {
		this.keys.put(new HilumKey("abc123", 1, grant(List.of("Coder"), "gpt-4o")));
		Arrival arrival = new Arrival("req_1", InetAddress.ofLiteral("10.1.2.3"), 0);
		String sealed = this.delegations.seal(Agent.program(List.of("Coder")), arrival, caller("abc123"),
				List.of("Coder"), "conversation", "payment");
		for (String path : List.of("/v1/search", "/v1/phi/preview")) {
			Caller caller = this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", path).caller();
			assertThat(caller.roles()).containsExactly("Coder");
			assertThat(caller.actors()).containsExactly("mcp", "iss|nurse");
			assertThat(caller.mayUse("gpt-4o")).isFalse();
		}
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("delegation_not_for_this");
		assertThat(refusal(sealed, context("req_1"), "POST", "/mcp")).isEqualTo("delegation_not_for_this");
		this.keys.put(new HilumKey("abc123", 2, null));
		assertThat(refusal(sealed, context("req_1"), "POST", "/v1/search")).isEqualTo("key_revoked");
	}

	@Test
	void needsBothADelegationAndTheSignatureOfAgentService() {
		String sealed = sealed(caller(null));
		assertThat(refusal(sealed, "nothing", "POST", CHAT)).isEqualTo("delegation_not_by_agent_service");
		assertThat(refusal(sealed, signed("req_1", Delegating.KEY), "POST", CHAT))
			.isEqualTo("delegation_not_by_agent_service");
		assertThat(refusal(sealed, context("req_2"), "POST", CHAT)).isEqualTo("delegation_of_another_run");
		assertThat(refusal("", context("req_1"), "POST", CHAT)).isEqualTo("delegation_invalid");
		assertThat(refusal("x".repeat(10_000), context("req_1"), "POST", CHAT)).isEqualTo("delegation_invalid");
		String changed = sealed.substring(0, 40) + ((sealed.charAt(40) == 'A') ? 'B' : 'A') + sealed.substring(41);
		assertThat(refusal(changed, context("req_1"), "POST", CHAT)).isEqualTo("delegation_invalid");
	}

	@Test
	void opensNothingWhereThereIsNoAgentService() {
		DelegatedSteps closed = steps("");
		assertThat(catchThrowableOfType(ProblemException.class,
				() -> closed.admit(StepCalls.of(sealed(caller(null)), context("req_1")), "POST", CHAT)))
			.isNotNull();
	}

	@Test
	void endsWithItsTime() {
		String sealed = sealed(caller(null));
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("delegation_invalid");
	}

	@Test
	void endsWithTheKeyOfItsCaller() {
		this.keys.put(new HilumKey("abc123", 1, grant(List.of("Coder", "Admin"))));
		String sealed = sealed(caller("abc123"));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().keyId())
			.isEqualTo("abc123");
		this.keys.put(new HilumKey("abc123", 2, grant(List.of("Admin"))));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().roles()).isEmpty();
		this.keys.put(new HilumKey("abc123", 3, null));
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("key_revoked");
	}

	@Test
	void reachesBesideItsOwnModelWhatTheKeyOfItsCallerIsForNow() {
		this.keys.put(new HilumKey("abc123", 1, grant(List.of("Coder"), "agent/coding", "claude-*")));
		String sealed = sealed(caller("abc123"));
		Caller caller = this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller();
		assertThat(caller.mayUse("gpt-4o")).isTrue();
		assertThat(caller.mayUse("claude-opus")).isFalse();
		assertThat(caller.scope().with("gpt-4o").patterns()).containsExactly("gpt-4o", "agent/coding", "claude-*");
		this.keys.put(new HilumKey("abc123", 2, grant(List.of("Coder"), "agent/coding")));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().scope().patterns())
			.containsExactly("agent/coding");
	}

	@Test
	void endsWithAKeyOrRoleOfWhichAChangeCouldNotBeRead() {
		this.keys.put(new HilumKey("abc123", 1, grant(List.of("Coder"))));
		this.keys.close("abc123", 0);
		assertThat(refusal(sealed(caller("abc123")), context("req_1"), "POST", CHAT)).isEqualTo("key_revoked");
		this.temporary.put(new TemporaryRoles.Grant("g1", 1, false, "iss|bo", List.of("Coder"),
				this.clock.instant().plusSeconds(60)));
		this.temporary.close("g1", 0);
		assertThat(
				this.steps.admit(StepCalls.of(sealed(caller(null)), context("req_1")), "POST", CHAT).caller().roles())
			.isEmpty();
	}

	@Test
	void endsWithAKeyThatIsNoLongerForTheAgentOrForWhereItsCallerIs() {
		this.keys.put(new HilumKey("abc123", 1, grant(List.of("Coder"), "agent/*")));
		String sealed = sealed(caller("abc123"));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().roles())
			.containsExactly("Coder");
		this.keys.put(new HilumKey("abc123", 2, grant(List.of("Coder"), "gpt-4o")));
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("key_revoked");
		this.keys.put(new HilumKey("abc123", 3, new HilumKey.Grant(new byte[32], "iss|bo", List.of("Coder"), "revenue",
				"claims", "payment", List.of(), List.of(Network.parse("10.9.0.0/16")), null, null)));
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("key_revoked");
	}

	@Test
	void waitsUntilItIsKnownWhatHasEnded() {
		DelegatedSteps starting = new DelegatedSteps(this.delegations, Delegating.properties(Delegating.KEY),
				this.policy::get, KeyRings.empty(this.clock), this.temporary, () -> 0, this.clock);
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> starting.admit(StepCalls.of(sealed(caller("abc123")), context("req_1")), "POST", CHAT));
		assertThat(refused.problem().code()).isEqualTo("keys_unavailable");
	}

	@Test
	void losesARoleThatWasForAWhile() {
		this.temporary.put(new TemporaryRoles.Grant("g1", 1, false, "iss|bo", List.of("Coder"),
				this.clock.instant().plusSeconds(60)));
		String sealed = sealed(caller(null));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().roles())
			.containsExactly("Coder");
		this.temporary.put(new TemporaryRoles.Grant("g1", 2, true, "iss|bo", List.of("Coder"),
				this.clock.instant().plusSeconds(60)));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().roles()).isEmpty();
	}

	@Test
	void endsWithItsAgent() {
		String sealed = sealed(caller(null));
		this.policy.set(policy(new Agent("agent/coding", "other", List.of("Coder"), Agent.Bounds.USUAL)));
		assertThat(refusal(sealed, context("req_1"), "POST", CHAT)).isEqualTo("agent_withdrawn");
		this.policy.set(policy(new Agent("agent/coding", "gpt-4o", List.of("Surge"), Agent.Bounds.USUAL)));
		assertThat(this.steps.admit(StepCalls.of(sealed, context("req_1")), "POST", CHAT).caller().roles()).isEmpty();
	}

	private String refusal(String sealed, String context, String method, String path) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> this.steps.admit(StepCalls.of(sealed, context), method, path));
		assertThat(refused.problem()).isInstanceOf(GatewayProblem.Unauthenticated.class);
		assertThat(refused.problem().code()).isEqualTo("invalid_delegation");
		return ((GatewayProblem.Unauthenticated) refused.problem()).reason();
	}

	private String sealed(Caller caller) {
		Arrival arrival = new Arrival("req_1", InetAddress.ofLiteral("10.1.2.3"), 0);
		return this.delegations.seal(CODING, arrival, caller, List.of("Coder"), "conversation", "payment");
	}

	private String context(String run) {
		return signed(run, ContextKey.derive(Delegating.KEY, "agent-service", "gateway-service"));
	}

	private String signed(String run, String key) {
		ServiceContext context = new ServiceContext(run, "iss|mallory", List.of("Admin"), "t", null, null, "p",
				PhiState.RAW, "none", "c");
		return new ContextSigner("agent-service", Map.of("gateway-service", ContextKey.parse(key)), this.clock)
			.sign(context, "gateway-service");
	}

	private static Caller caller(@Nullable String keyId) {
		return new Caller("iss|bo", List.of("Coder", "Admin"), "revenue", "claims", keyId, null, List.of(), List.of(),
				Assurance.OF_KEY, List.of("iss|nurse"));
	}

	private static HilumKey.Grant grant(List<String> roles, String... models) {
		return new HilumKey.Grant(new byte[32], "iss|bo", roles, "revenue", "claims", "payment",
				NamePattern.listOf(List.of(models)), List.of(), null, null);
	}

	private static AccessPolicy policy(Agent agent) {
		return new AccessPolicy("v1", NamePattern.listOf(List.of("gpt-4o", "other")),
				Map.of("Coder", Role.unconditional("Coder", PhiMode.PSEUDONYMISE)), List.of(), List.of(),
				Map.of(agent.name(), agent));
	}

}
