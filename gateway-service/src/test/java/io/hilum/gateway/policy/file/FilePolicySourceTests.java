package io.hilum.gateway.policy.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.catalogue.CatalogueSourceAutoConfiguration;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Limits;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiRule.TypeRule;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.policy.Rights;
import io.hilum.gateway.policy.Role;
import io.hilum.trust.context.Authentication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CatalogueReader} and {@link FilePolicySource}.
 */
class FilePolicySourceTests {

	private static final String HILUM = """
			agreements:
			  - {id: microsoft-baa, covers: [azure-east], expires: 2027-06-30, evidence: "contract 4711"}
			models:
			  - name: gpt-4o
			    deployments: [{provider: azure-east, model: gpt-4o}]
			    aliases: [gpt-four]
			aliases: {clinical: gpt-4o@2024-11-20}
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise, networks: [10.0.0.0/8], mfa: required}
			  Billing: {models: [gpt-4o-mini, "claude-*"], phi: redact, media: allow, provider-state: allow}
			""";

	private static final String LITELLM = """
			model_list:
			  - model_name: gpt-4o
			    litellm_params: {model: azure/gpt-4o, api_key: os.environ/AZURE_API_KEY}
			  - model_name: openai/*
			    litellm_params: {model: openai/*}
			router_settings: {model_group_alias: {gpt-4: gpt-4o}}
			""";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CatalogueSourceAutoConfiguration.class))
		.withUserConfiguration(PolicyConfiguration.class)
		.withBean(MeterRegistry.class, () -> this.meters);

	@TempDir
	private Path folder = Path.of("");

	@Test
	void readsWhatIsDoneToIdentifiersInSomeRequests() {
		AccessPolicy policy = CatalogueReader.read((HILUM + """
				phi:
				  - {roles: [Billing], models: ["gpt-*"], collections: [trials], mode: block, threshold: 0.5}
				  - {types: {DATE: shift-dates, LOCATION: {mode: redact, threshold: 0.8}}}
				""").getBytes(StandardCharsets.UTF_8), (reference) -> reference);
		assertThat(policy.treatment(PhiMode.PSEUDONYMISE, List.of("Billing"), "gpt-4o", List.of("trials")))
			.isEqualTo(new PhiTreatment(PhiMode.BLOCK, 0.5,
					Map.of("DATE", new TypeRule(PhiMode.BLOCK, null), "LOCATION", new TypeRule(PhiMode.BLOCK, 0.8))));
		assertThat(policy.treatment(PhiMode.PSEUDONYMISE, List.of("Billing"), "claude-x", List.of("trials")))
			.isEqualTo(new PhiTreatment(PhiMode.PSEUDONYMISE, null, Map.of("DATE",
					new TypeRule(PhiMode.SHIFT_DATES, null), "LOCATION", new TypeRule(PhiMode.REDACT, 0.8))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "phi: x", "phi: [x]", "phi: [{mode: allow}]", "phi: [{mode: mask}]", "phi: [{what: 1}]",
			"phi: [{threshold: 0.95}]", "phi: [{threshold: high}]", "phi: [{types: {IBAN: redact}}]",
			"phi: [{types: {DATE: {mode: redact, more: 1}}}]", "phi: [{types: [DATE]}]",
			"phi: [{roles: Researcher, types: {DATE: allow}}]", "phi: [{models: local, types: {DATE: allow}}]",
			"phi: [{collections: trials, mode: redact}]" })
	void refusesRulesThatItCannotRead(String section) {
		assertThatIllegalArgumentException().isThrownBy(() -> CatalogueReader
			.read((HILUM + section + "\n").getBytes(StandardCharsets.UTF_8), (reference) -> reference));
	}

	@Test
	void readsModelsAndRoles() {
		AccessPolicy policy = read(HILUM);
		assertThat(policy.knows("gpt-4o")).isTrue();
		assertThat(policy.knows("gpt-four")).isTrue();
		assertThat(policy.knows("clinical")).isTrue();
		assertThat(policy.knows("gpt-5")).isFalse();
		Role clinician = policy.rolesOf(List.of("Clinician", "offline_access")).getFirst();
		assertThat(clinician.authentication()).isEqualTo(new Authentication(true, List.of(), null));
		assertThat(clinician.networks()).hasSize(1);
		Role billing = policy.rolesOf(List.of("Billing")).getFirst();
		assertThat(billing.phi()).isEqualTo(PhiMode.REDACT);
		assertThat(billing.media()).isTrue();
		assertThat(billing.state()).isTrue();
		assertThat(billing.mayUse("claude-sonnet")).isTrue();
		assertThat(billing.mayUse("gpt-4o")).isFalse();
	}

	@Test
	void readsHowSomebodyMustSignInAndWhatElseARoleMayUse() {
		AccessPolicy policy = read("""
				models:
				  - name: vault
				    aliases: [safe]
				    authentication: {context: [c1, c2], max-age: 15m}
				  - {name: plain, mfa: required}
				aliases: {locked: vault, dated: plain@2026-01-05, open: other}
				roles:
				  Coder: {models: ["*"], phi: redact, authentication: {context: gold}, features: [chat, search],
				    collections: ["icd-*"], tools: []}
				  Clinician: {models: ["*"], phi: redact}
				""");
		Authentication vault = new Authentication(false, List.of("c1", "c2"), Duration.ofMinutes(15));
		assertThat(policy.authenticationsFor("vault")).containsExactly(vault);
		assertThat(policy.authenticationsFor("safe")).containsExactly(vault);
		assertThat(policy.authenticationsFor("locked")).containsExactly(vault);
		assertThat(policy.authenticationsFor("dated")).containsExactly(new Authentication(true, List.of(), null));
		assertThat(policy.authenticationsFor("open")).isEmpty();
		assertThat(policy.authenticationsFor("plain")).containsExactly(new Authentication(true, List.of(), null));
		Role coder = policy.rolesOf(List.of("Coder")).getFirst();
		assertThat(coder.authentication().contexts()).containsExactly("gold");
		assertThat(coder.rights().mayUse("chat")).isTrue();
		assertThat(coder.rights().mayUse("embeddings")).isFalse();
		assertThat(coder.rights().maySearch(List.of("icd-10", "icd-11"))).isTrue();
		assertThat(coder.rights().maySearch(List.of("icd-10", "formulary"))).isFalse();
		assertThat(coder.rights().mayOffer(List.of())).isTrue();
		assertThat(coder.rights().mayOffer(List.of("lookup"))).isFalse();
		assertThat(policy.rolesOf(List.of("Clinician")).getFirst().rights()).isEqualTo(Rights.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mfa: yes", "mfa: optional", "authentication: c1", "authentication: {contexts: [c1]}",
			"authentication: {max-age: -1m}", "authentication: {max-age: soon}", "authentication: {context: ['a b']}",
			"authentication: {context: ['a\"']}", "authentication: {context: 3}", "features: chat", "features:",
			"tools: '*'", "networks: 10.0.0.0/8", "network: [10.0.0.0/8]",
			"limits: {requests-per-minute: 60, concurrency: 2, tokens-per-minut: 9}" })
	void refusesConditionsThatItCannotRead(String condition) {
		String file = "models: [{name: m}]\nroles: {R: {models: ['*'], phi: block, " + condition + "}}\n";
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CatalogueReader.read(file.getBytes(StandardCharsets.UTF_8), (reference) -> reference));
	}

	@Test
	void replacesReferencesInNamesOfModels() {
		AccessPolicy policy = read("""
				models:
				  - name: "${LOCAL_MODEL:local}"
				  - name: "${NOT_SET:fallback}"
				""");
		assertThat(policy.knows("llama")).isTrue();
		assertThat(policy.knows("fallback")).isTrue();
		assertThat(policy.knows("${LOCAL_MODEL:local}")).isFalse();
	}

	@Test
	void readsLiteLlmsFileWithRolesThatAreSafe() {
		AccessPolicy policy = read(LITELLM);
		assertThat(policy.knows("openai/gpt-5")).isTrue();
		assertThat(policy.knows("gpt-4")).isTrue();
		assertThat(policy.knows("anthropic/claude")).isFalse();
		assertThat(policy.rolesOf(List.of("Developer")).getFirst().phi()).isEqualTo(PhiMode.PSEUDONYMISE);
		assertThat(policy.rolesOf(List.of("Clinician")).getFirst().phi()).isEqualTo(PhiMode.PSEUDONYMISE);
		assertThat(policy.roles().values()).noneMatch((role) -> role.phi() == PhiMode.ALLOW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "models: []", "models: [{price: 1}]", "- a",
			"models: [{name: a}]\nroles: {A: {models: ['*']}}", "models: [{name: a}]\nroles: {A: {phi: pseudonymize}}",
			"models: [{name: a}]\nroles: [A]", "models: [{name: a}]\nroles: {A: {phi: block, networks: [hospital]}}" })
	void refusesAFileWithoutModelsOrWithRolesThatItDoesNotUnderstand(String file) {
		assertThatIllegalArgumentException().isThrownBy(() -> read(file));
	}

	@Test
	void refusesTagsThatMakeObjects() {
		assertThatException().isThrownBy(() -> read("models: !!javax.script.ScriptEngineManager []"));
		assertThatException().isThrownBy(() -> read("models: [{name: a, name: b}]"));
	}

	@Test
	void takesAChangeAndKeepsThePolicyBeforeABrokenOne() {
		FilePolicySource source = new FilePolicySource(bytes(HILUM), new MockEnvironment(), this.meters);
		String first = source.current().version();
		source.take(bytes(LITELLM));
		assertThat(source.current().version()).isNotEqualTo(first).startsWith("sha256:");
		source.take(bytes("models: ["));
		assertThat(source.current().knows("openai/gpt-5")).isTrue();
		assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isOne();
		source.take(bytes(HILUM));
		assertThat(source.current().version()).isEqualTo(first);
		assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isZero();
	}

	@Test
	void followsTheFileThatIsNamed() throws IOException {
		Path file = Files.writeString(this.folder.resolve("catalogue.yaml"), HILUM);
		this.runner.withPropertyValues("hilum.catalogue.file=" + file, "hilum.catalogue.watch-interval=10ms")
			.run((context) -> {
				PolicySource source = context.getBean(PolicySource.class);
				assertThat(source.current().knows("gpt-four")).isTrue();
				Files.writeString(file, LITELLM);
				await(() -> source.current().knows("openai/gpt-5"));
			});
	}

	@Test
	void readsLimitsOfRoles() {
		AccessPolicy policy = read("""
				models: [{name: a}]
				roles:
				  Robot: {models: ["*"], phi: block, limits: {requests-per-minute: 60, concurrency: 2}}
				  Person: {models: ["*"], phi: block}
				""");
		assertThat(policy.rolesOf(List.of("Robot")).getFirst().limits()).isEqualTo(new Limits(60, 2, 0));
		assertThat(policy.rolesOf(List.of("Person")).getFirst().limits()).isNull();
		assertThatIllegalArgumentException().isThrownBy(
				() -> read("models: [{name: a}]\nroles: {R: {models: [], phi: block, limits: {concurrency: 2}}}"));
	}

	@Test
	void needsAFile() {
		this.runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("HILUM_CATALOGUE"));
	}

	private static AccessPolicy read(String file) {
		MockEnvironment environment = new MockEnvironment().withProperty("LOCAL_MODEL", "llama");
		return CatalogueReader.read(bytes(file), environment::resolvePlaceholders);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

}
