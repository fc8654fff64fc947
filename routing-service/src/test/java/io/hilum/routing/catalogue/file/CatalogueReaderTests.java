package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.routing.catalogue.Caching;
import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.Provision;
import io.hilum.routing.catalogue.RateLimit;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.Similarity;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.transform.Transform;
import io.hilum.trust.context.Authentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CatalogueReader} on Hilum's own format.
 */
class CatalogueReaderTests {

	private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-05T08:00:00Z"));

	private static final Map<String, String> ENVIRONMENT = Map.of("AZURE_OPENAI_ENDPOINT", "https://x.openai.azure.com",
			"KEY", "secret", "EMPTY", "");

	private static final String VALID = """
			agreements:
			  - {id: microsoft-baa, covers: [azure-east, openai], expires: 2027-06-30, evidence: "contract 4711"}
			providers:
			  - {id: azure-east, type: azure-openai, endpoint: "${AZURE_OPENAI_ENDPOINT}", api-key: os.environ/KEY, region: eastus2}
			  - {id: openai, type: openai, api-key: "${KEY}"}
			  - {id: anthropic, type: anthropic, api-key: x}
			  - {id: off, type: openai, api-key: "", when: "${EMPTY}"}
			models:
			  - name: gpt-4o
			    strategy: weighted
			    deployments:
			      - {provider: azure-east, model: gpt-4o, priority: 1, weight: 9, tpm: 300000, ptu: true}
			      - {provider: openai, model: gpt-4o-2024-11-20, priority: 2, price: {input: 3, output: 11}}
			      - {provider: anthropic, model: claude}
			      - {provider: off, model: x}
			    price: {input: 2.50, cached-input: 1.25, output: 10.00}
			    context: 128000
			    fallback: [mini]
			  - {name: mini, free: true, deployments: [{provider: openai, model: mini}]}
			  - {name: claude, free: true, deployments: [{provider: anthropic, model: claude}]}
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise, networks: [10.0.0.0/8], mfa: required}
			  Research: {models: [mini], phi: allow}
			""";

	@Test
	void readsTheCatalogueOfTheDesign() {
		CatalogueReader.Reading reading = read(VALID);
		Catalogue catalogue = reading.catalogue();
		Model model = catalogue.models().get("gpt-4o");
		assertThat(model).isNotNull();
		assertThat(model.strategy()).isEqualTo(Strategy.WEIGHTED);
		assertThat(model.context()).isEqualTo(128_000);
		assertThat(model.deployments()).extracting(Deployment::id)
			.containsExactly("azure-east/gpt-4o", "openai/gpt-4o-2024-11-20", "anthropic/claude");
		Deployment azure = model.deployments().getFirst();
		assertThat(azure.price()).isEqualTo(new Price(2_500_000_000L, 1_250_000_000L, 2_500_000_000L, 10_000_000_000L));
		assertThat(azure.weight()).isEqualTo(9);
		assertThat(azure.provider().type()).isEqualTo(ProviderType.AZURE_OPENAI);
		assertThat(azure.provider().apiKey()).isEqualTo("secret");
		assertThat(azure.provider().toString()).doesNotContain("secret");
		assertThat(model.deployments().get(1).price().input()).isEqualTo(3_000_000_000L);
		assertThat(catalogue.models()).containsOnlyKeys("gpt-4o", "mini", "claude");
		assertThat(catalogue.agreement("azure-east", LocalDate.of(2027, 6, 30))).isPresent();
		assertThat(catalogue.agreement("azure-east", LocalDate.of(2027, 7, 1))).isEmpty();
		assertThat(catalogue.agreement("anthropic", LocalDate.of(2026, 1, 1))).isEmpty();
		assertThat(catalogue.roles().get("Research")).isNotNull()
			.satisfies((role) -> assertThat(role.phi()).isEqualTo(PhiMode.ALLOW));
		assertThat(catalogue.maySendRaw(Set.of("Research"), "gpt-4o")).isFalse();
		assertThat(reading.warnings()).isEmpty();
	}

	@Test
	void provisionedThroughputIsPaidByTheHourAndItsTokensAreFree() {
		String bought = VALID.replace("ptu: true}",
				"ptu: true, provisioned: {units: 50, unit-hour: 1.25, from: 2026-01-01, until: 2027-01-01}}");
		Deployment azure = read(bought).catalogue().model("gpt-4o").orElseThrow().deployments().getFirst();
		assertThat(azure.price()).isEqualTo(Price.FREE);
		assertThat(azure.capacity().provision())
			.isEqualTo(new Provision(50, 1_250_000_000, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
		assertThat(read(bought).catalogue().model("gpt-4o").orElseThrow().deployments().get(1).price().input())
			.isEqualTo(3_000_000_000L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "provisioned: {units: 50, unit-hour: 1, from: 2026-01-01}",
			"ptu: true, provisioned: {unit-hour: 1, from: 2026-01-01}",
			"ptu: true, provisioned: {units: 0, unit-hour: 1, from: 2026-01-01}",
			"ptu: true, provisioned: {units: 50, from: 2026-01-01}",
			"ptu: true, provisioned: {units: 50, unit-hour: 1}",
			"ptu: true, provisioned: {units: 50, unit-hour: -1, from: 2026-01-01}",
			"ptu: true, provisioned: {units: 50, unit-hour: 1, from: 2026-01-01, until: 2026-01-01}",
			"ptu: true, price: {input: 1}, provisioned: {units: 50, unit-hour: 1, from: 2026-01-01}" })
	void refusesProvisionedThroughputThatCannotBeCounted(String bought) {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(VALID.replace("ptu: true", bought)))
			.withMessageMatching("(?s).*(provisioned|from).*");
	}

	@Test
	void roleWithMediaMaySendWhatNobodyCanSearch() {
		String plain = VALID.replace("[mini], phi: allow", "[mini], phi: pseudonymise");
		String media = VALID.replace("[mini], phi: allow", "[mini], phi: pseudonymise, media: allow");
		assertThat(read(plain).catalogue().maySendRaw(Set.of("Research"), "mini")).isFalse();
		assertThat(read(media).catalogue().maySendRaw(Set.of("Research"), "mini")).isTrue();
	}

	@Test
	void ruleThatLetsATypeStayMakesItsModelsRaw() {
		String plain = VALID.replace("[mini], phi: allow", "[mini], phi: pseudonymise");
		String dates = plain + "phi: [{roles: [Research], models: [mini], types: {DATE: allow}}]\n";
		assertThat(read(dates).catalogue().maySendRaw(Set.of("Research"), "mini")).isTrue();
		assertThat(read(dates).catalogue().maySendRaw(Set.of("Clinician"), "mini")).isFalse();
		assertThat(read(dates.replace("DATE: allow", "DATE: {mode: shift-dates}")).catalogue()
			.maySendRaw(Set.of("Research"), "mini")).isFalse();
	}

	@Test
	void ruleThatLetsATypeStayMustNotReachProvidersWithoutAnAgreement() {
		String dates = VALID + "phi: [{models: [\"gpt-*\"], types: {DATE: {mode: allow}}}]\n";
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(dates))
			.withMessageContaining("role Clinician -> model gpt-4o -> deployment anthropic/claude");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mode: allow", "mode: mask", "threshold: 0.95", "types: {IBAN: redact}", "what: 1",
			"roles: [Nobody]", "types: {DATE: {more: 1}}", "types: {DATE: keep}" })
	void refusesRulesForIdentifiersThatItCannotRead(String rule) {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(VALID + "phi: [{" + rule + "}]\n"));
	}

	@Test
	void roleWithMediaMustNotReachProvidersWithoutAnAgreement() {
		String media = VALID.replace("phi: pseudonymise, networks", "phi: pseudonymise, media: allow, networks");
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(media))
			.withMessageContaining("role Clinician -> model gpt-4o -> deployment anthropic/claude");
	}

	/**
	 * The sample of the design, with what it leaves out.
	 */
	@Test
	void readsStrategiesQuotasAndFallbacks() {
		Catalogue catalogue = read(
				"""
						agreements:
						  - {id: microsoft-baa, covers: [azure-east, openai], expires: 2027-06-30, evidence: "contract 4711"}
						providers:
						  - {id: azure-east, type: azure-openai, endpoint: "${AZURE_OPENAI_ENDPOINT}", auth: workload-identity, region: eastus2}
						  - {id: anthropic, type: anthropic, api-key: "${KEY}"}
						  - {id: openai, type: openai, api-key: "${KEY}"}
						models:
						  - name: gpt-4o                       # what a client asks for
						    strategy: least-latency            # weighted, priority, least-busy, least-latency, cheapest, pinned
						    deployments:
						      - {provider: azure-east, model: gpt-4o, tpm: 300000, rpm: 1800, priority: 1, ptu: true}
						      - {provider: openai, model: gpt-4o-2024-11-20, priority: 2}
						    price: {input: 2.50, cached-input: 1.25, output: 10.00}   # USD per million tokens
						    context: 128000
						    rpm: 6000
						    fallback: [claude-sonnet]
						    context-fallback: [claude-sonnet]
						    content-fallback: [gpt-4o-mini]
						    content-fallback-after-answer: true
						  - {name: claude-sonnet, free: true, deployments: [{provider: anthropic, model: claude-sonnet-4}]}
						  - {name: gpt-4o-mini, free: true, deployments: [{provider: openai, model: gpt-4o-mini}]}
						aliases: {clinical: gpt-4o@2024-11-20, default: gpt-4o}
						roles:
						  Clinician: {models: ["*"], phi: pseudonymise, networks: [10.0.0.0/8], mfa: required}
						  Billing:   {models: [gpt-4o-mini], phi: pseudonymise}
						  Developer: {models: ["*"], phi: block}
						  Admin:     {models: ["*"], phi: pseudonymise, administer: true}
						""")
			.catalogue();
		Model model = catalogue.model("gpt-4o").orElseThrow();
		assertThat(model.strategy()).isEqualTo(Strategy.LEAST_LATENCY);
		assertThat(model.deployments()).extracting(Deployment::capacity)
			.containsExactly(new Capacity(300_000, 1800, true), Capacity.UNSTATED);
		assertThat(model.fallbacks().usual()).containsExactly("claude-sonnet");
		assertThat(model.fallbacks().context()).containsExactly("claude-sonnet");
		assertThat(model.fallbacks().content()).containsExactly("gpt-4o-mini");
		assertThat(model.fallbacks().afterAnswer()).isTrue();
		assertThat(model.limit()).isEqualTo(new RateLimit("gpt-4o", 6000, null));
		Model pinned = catalogue.model("clinical").orElseThrow();
		assertThat(pinned.name()).isEqualTo("clinical");
		assertThat(pinned.limit()).as("shared by all names").isEqualTo(model.limit());
		assertThat(catalogue.model("claude-sonnet").orElseThrow().limit()).isNull();
		assertThat(pinned.deployments()).extracting(Deployment::id).containsExactly("openai/gpt-4o-2024-11-20");
		assertThat(pinned.fallbacks().usual()).as("a pin falls back to nothing else").isEmpty();
		assertThat(catalogue.model("default").orElseThrow().deployments()).isEqualTo(model.deployments());
		assertThat(catalogue.mayUse(Set.of("Billing"), "clinical")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "other: nano,there is no model 'nano'",
			"other: mini@2024-07-18,no deployment of 'mini' is of 2024-07-18",
			"mini: gpt-4o,alias 'mini' is the name of a model",
			"other: gpt-4o@2024,no deployment of 'gpt-4o' is of 2024:" })
	void refusesAliasesOfWhatIsNotThere(String alias, String reason) {
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> read(VALID + "aliases:\n  " + alias + "\n"))
			.withMessageStartingWith("line 25: " + reason);
	}

	@Test
	void readsHowSomebodyMustSignInForAModelAndItsAliases() {
		Map<String, Model> models = read(VALID.replace("context: 128000", "authentication: {context: c1, max-age: 15m}")
			.replace("{name: mini,", "{name: mini, mfa: required,") + "aliases:\n  small: mini\n").catalogue().models();
		assertThat(models.get("gpt-4o")).extracting(Model::authentication)
			.isEqualTo(new Authentication(false, List.of("c1"), Duration.ofMinutes(15)));
		assertThat(models.get("small")).extracting(Model::authentication)
			.isEqualTo(new Authentication(true, List.of(), null));
		assertThat(models.get("claude")).extracting(Model::authentication).isEqualTo(Authentication.ANY);
	}

	@Test
	void readsForHowLongAnswersAreKept() {
		String cached = VALID.replace("name: mini, free: true", "name: mini, free: true, cache: {ttl: 10m}");
		Map<String, Model> models = read(cached + "aliases:\n  small: mini\n").catalogue().models();
		assertThat(models.get("small")).isNotNull()
			.satisfies((alias) -> assertThat(alias.cached()).isEqualTo(new Caching(Duration.ofMinutes(10), null)));
		assertThat(models.get("mini")).isNotNull()
			.satisfies((model) -> assertThat(model.cached()).isEqualTo(new Caching(Duration.ofMinutes(10), null)));
		assertThat(models.get("claude")).isNotNull().satisfies((model) -> assertThat(model.cached()).isNull());
		String similar = VALID.replace("name: mini, free: true",
				"name: mini, free: true, cache: {ttl: 10m, similar: {embeddings: claude, teams: [it]}}");
		assertThat(read(similar).catalogue().models().get("mini")).isNotNull()
			.satisfies((model) -> assertThat(model.cached())
				.isEqualTo(new Caching(Duration.ofMinutes(10), new Similarity("claude", 0.97, Set.of("it")))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{ttl: 10}|must be from 1s to 24h", "{ttl: 0s}|must be from 1s to 24h",
					"{ttl: 25h}|must be from 1s to 24h", "{ttl: long}|must be from 1s to 24h", "{}|ttl",
					"{ttl: 1m, semantic: true}|not known here" })
	void refusesACacheThatItCannotKeep(String cache, String reason) {
		String cached = VALID.replace("name: mini, free: true", "name: mini, free: true, cache: " + cache);
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(cached))
			.withMessageContaining("line 19: ")
			.withMessageContaining(reason);
	}

	@Test
	void readsWhatOnlyOneTypeOfProviderHas() {
		Catalogue catalogue = read("""
				providers:
				  - {id: c, type: anthropic, api-key: "${KEY}", version: "2023-06-01", betas: [a-1, b.2]}
				  - {id: g, type: gemini, api-key: "${KEY}"}
				  - {id: v, type: vertex-ai, project: ward, location: europe-west4, credentials: /run/sa.json}
				  - {id: b, type: bedrock, region: us-east-1, access-key-id: A, secret-access-key: "${KEY}"}
				models:
				  - name: m
				    free: true
				    deployments:
				      - {provider: c, model: m}
				      - {provider: g, model: m}
				      - {provider: v, model: m}
				      - {provider: b, model: m}
				roles: {Admin: {models: ["*"], phi: block}}
				""").catalogue();
		List<ProviderDefinition> providers = catalogue.model("m")
			.orElseThrow()
			.deployments()
			.stream()
			.map(Deployment::provider)
			.toList();
		assertThat(providers).extracting(ProviderDefinition::endpoint)
			.containsExactly(URI.create("https://api.anthropic.com"),
					URI.create("https://generativelanguage.googleapis.com"), null, null);
		assertThat(providers).extracting(ProviderDefinition::settings)
			.containsExactly(Map.of("version", "2023-06-01", "betas", "a-1,b.2"), Map.of(),
					Map.of("project", "ward", "location", "europe-west4", "credentials", "/run/sa.json"),
					Map.of("access-key-id", "A", "secret-access-key", "secret"));
		assertThat(providers.toString()).doesNotContain("secret");
		assertThat(providers.getFirst().betas(List.of("b.2", "c", "a-1,b.2"))).containsExactly("b.2");
		assertThat(providers.getLast().betas(List.of("a-1"))).isEmpty();
	}

	@Test
	void takesAKeyOfVertexWithoutItsProject() {
		Catalogue catalogue = read("""
				providers:
				  - {id: v, type: vertex-ai, api-key: "${KEY}"}
				models:
				  - {name: m, free: true, deployments: [{provider: v, model: m}]}
				roles:
				  Clinician: {models: ["*"], phi: pseudonymise}
				""").catalogue();
		Model model = catalogue.models().get("m");
		assertThat(model).isNotNull();
		assertThat(model.deployments().getFirst().provider().settings()).isEmpty();
	}

	@Test
	void refusesACatalogueInWhichRawTextCouldReachAProviderWithoutAgreement() {
		String leaking = VALID.replace("phi: pseudonymise, networks", "phi: allow, networks");
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(leaking))
			.withMessageContaining(
					"role Clinician -> model gpt-4o -> deployment anthropic/claude -> provider anthropic");
		String closed = leaking + """
				policies:
				  - id: raw-under-agreement
				    effect: deny
				    when: |
				      phi == "raw" &&
				      agreement == ""
				    reason: raw text needs an agreement
				time-zone: America/New_York
				""";
		Catalogue catalogue = read(closed).catalogue();
		assertThat(catalogue.policies().all()).singleElement()
			.satisfies((policy) -> assertThat(policy.reason()).isEqualTo("raw text needs an agreement"));
		assertThat(catalogue.policies().zone()).hasToString("America/New_York");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "phi == \"raw\"|colour == \"red\"|line 28: 'when': undeclared reference to 'colour'",
					"hour < 6|hour < \"6\"|line 29: 'when': found no matching overload",
					"effect: deny|effect: perhaps|line 26: 'effect' must be allow or deny",
					"time-zone: UTC|time-zone: Mars|line 31: 'time-zone' must be",
					"reason: r|why: r|'why' is not known here" })
	void refusesAPolicyWithItsLine(String part, String replacement, String reason) {
		String text = VALID + """
				policies:
				  - id: night
				    effect: deny
				    when: |
				      phi == "raw" &&
				      hour < 6
				    reason: r
				time-zone: UTC
				""";
		assertThat(text).contains(part);
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(text.replace(part, replacement)))
			.withMessageContaining(reason);
	}

	@Test
	void readsTransformationsOfModelsRolesAndApplications() {
		Catalogue catalogue = read(VALID.replace("name: mini, free: true,", """
				name: mini, free: true, transform: {defaults: {temperature: 0.2, stop: [a, "1"], seed: null}, \
				caps: {max_tokens: 500}, headers: {add: {X-Ward: icu}}, drop: [usage.details], max-request: 1KB},""")
			.replace("Research: {models: [mini],",
					"Research: {models: [mini], transform: {system: Be kind, remove: [user]},")
				+ "applications: {portal: {transform: {max-answer: 2MB}}}\n")
			.catalogue();
		Transform transform = catalogue.transforms().of("mini", List.of("Research"), "portal");
		assertThat(transform.defaults())
			.isEqualTo(Map.of("temperature", "0.2", "stop", "[\"a\",\"1\"]", "seed", "null"));
		assertThat(transform.caps()).containsEntry("max_tokens", new BigDecimal("500"));
		assertThat(transform.addHeaders()).containsEntry("X-Ward", "icu");
		assertThat(transform.system()).isEqualTo("Be kind");
		assertThat(transform.remove()).containsExactly("user");
		assertThat(transform.drop()).containsExactly("usage.details");
		assertThat(transform.maxRequest()).isEqualTo(1024);
		assertThat(transform.maxAnswer()).isEqualTo(2 << 20);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "defaults: {model: x}|'model' cannot be transformed",
			"headers: {add: {Authorization: x}}|cannot be transformed", "headers: {add: {X-A: \"a\\r\\nb\"}}|in ASCII",
			"max-request: much|must be a size", "caps: {n: few}|must be a number", "default: {}|is not known here" })
	void refusesATransformationThatItCannotMake(String transform, String reason) {
		String text = VALID.replace("name: mini, free: true,",
				"name: mini, free: true, transform: {" + transform + "},");
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(text))
			.withMessageContaining("line 19: ")
			.withMessageContaining(reason);
	}

	@Test
	void warnsOfAnAgreementThatEndsSoon() {
		assertThat(read(VALID.replace("2027-06-30", "2026-01-20")).warnings()).extracting(Object::toString)
			.containsExactly("line 2: agreement 'microsoft-baa' ends on 2026-01-20");
	}

	@Test
	void refusesATypeWithoutAdapterWhenItIsReadRatherThanWhenItIsCalled() {
		CatalogueReader reader = new CatalogueReader(ENVIRONMENT::get,
				new ServedTypes(Set.of(ProviderType.AZURE_OPENAI, ProviderType.OPENAI)), CLOCK);
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> reader.read(VALID.getBytes(StandardCharsets.UTF_8)))
			.withMessage("line 6: provider type 'anthropic' is not served by this build");
	}

	@Test
	void versionIsTheHashOfTheContent() {
		assertThat(read(VALID).catalogue().version()).matches("sha256:[0-9a-f]{12}")
			.isEqualTo(read(VALID).catalogue().version())
			.isNotEqualTo(read(VALID + "\n").catalogue().version());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"strategy: weighted|strategy: fastest|line 10: strategy 'fastest' is not known: priority, weighted",
			"tpm: 300000|tpm: 0|line 12: 'tpm' must be a whole number of at least 1",
			"ptu: true|ptu: maybe|line 12: 'ptu' must be true or false",
			"context: 128000|context-fallback: [nano]|line 17: there is no model 'nano'",
			"context: 128000|content-fallback: [nano]|line 17: there is no model 'nano'",
			"price: {input: 2.50, cached-input: 1.25, output: 10.00}|context: 1|'context' is there twice",
			"    price: {input: 2.50, cached-input: 1.25, output: 10.00}||line 12: a deployment needs a price",
			"context: 128000|mfa: maybe|line 17: 'mfa' must be 'required', or left out",
			"context: 128000|authentication: {max-age: soon}|line 17: 'max-age' must be a time longer than nothing",
			"context: 128000|authentication: {max-age: 0s}|line 17: 'max-age' must be a time longer than nothing",
			"context: 128000|authentication: {acr: c1}|'acr' is not known here",
			"input: 2.50|input: cheap|line 16: 'input' must be a number",
			"input: 2.50|input: -1|line 16: a price must be", "input: 2.50|in: 1|'in' is not known here",
			"fallback: [mini]|fallback: [nano]|line 18: there is no model 'nano'",
			"provider: azure-east, model|provider: azure-west, model|line 12: there is no provider 'azure-west'",
			"covers: [azure-east, openai]|covers: [aws]|line 2: there is no provider 'aws'",
			"expires: 2027-06-30|expires: soon|line 2: 'expires' must be a day",
			"type: azure-openai|type: azur|line 4: provider type 'azur' is not known",
			"os.environ/KEY|os.environ/NO|line 4: the environment has no NO",
			"'${AZURE_OPENAI_ENDPOINT}'|'ftp://x'|line 4: 'endpoint' must be", "phi: allow|phi: maybe|'phi' must be",
			"models: [mini], phi|model: [mini], phi|'model' is not known here",
			"id: openai, type: openai, api-key: '${KEY}'|id: openai, type: openai|line 5: provider 'openai' needs",
			"name: mini,|name: gpt-4o,|is there twice", "roles:|role:|'role' is not known here",
			"type: anthropic, api-key: x|type: anthropic, project: x|line 6: 'project' is not known here",
			"type: anthropic, api-key: x|type: vertex-ai, project: x|line 6: 'location' is required",
			"type: anthropic, api-key: x|type: anthropic, betas: ['a,b']|line 6: 'a,b' is not the name of a beta",
			"type: anthropic, api-key: x|type: gemini, betas: [a]|line 6: 'betas' is not known here",
			"type: anthropic, api-key: x|type: bedrock, region: r, access-key-id: x|belong together",
			"region: eastus2|auth: workload-identity|without an api-key", "region: eastus2|auth: magic|'auth' must be",
			"- name: gpt-4o|- nam: gpt-4o|line 9" })
	void refusesWithLineAndReason(String part, String replacement, String reason) {
		String text = VALID.replace('"', '\'');
		String quoted = part.replace('"', '\'');
		assertThat(text).contains(quoted);
		String changed = text.replaceFirst(Pattern.quote(quoted),
				Matcher.quoteReplacement((replacement != null) ? replacement : ""));
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(changed))
			.withMessageContaining(reason);
	}

	@Test
	void refusesWhatIsNoCatalogue() {
		for (String text : List.of("", "- a", "a: [", "a: !!java.util.Date x\n", "just text")) {
			assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read(text))
				.withMessageContaining("line");
		}
	}

	@Test
	void builtInCatalogueServesTheSandboxAloneWithoutAnyEnvironment() throws IOException {
		Catalogue catalogue = new CatalogueReader((name) -> null, ServedTypes.all(), CLOCK)
			.read(CatalogueConfiguration.builtIn())
			.catalogue();
		assertThat(catalogue.models()).containsOnlyKeys("sandbox");
		assertThat(catalogue.roles()).containsOnlyKeys("Clinician", "Billing", "Developer", "Admin");
		assertThat(catalogue.maySendRaw(Set.of("Clinician"), "sandbox")).isFalse();
	}

	@Test
	void builtInCatalogueServesWhatTheEnvironmentHas() throws IOException {
		Map<String, String> environment = Map.of("OPENAI_API_KEY", "k", "AZURE_OPENAI_ENDPOINT", "https://a.example",
				"AZURE_OPENAI_API_KEY", "k", "AZURE_OPENAI_DEPLOYMENT", "prod", "HILUM_OPENAI_COMPATIBLE_URL",
				"http://localhost:8000/v1", "HILUM_OPENAI_COMPATIBLE_MODEL", "llama");
		Catalogue catalogue = new CatalogueReader(environment::get, ServedTypes.all(), CLOCK)
			.read(CatalogueConfiguration.builtIn())
			.catalogue();
		assertThat(catalogue.models()).containsKeys("sandbox", "gpt-4o", "gpt-4o-mini", "llama");
		assertThat(catalogue.model("gpt-4o").orElseThrow().deployments()).extracting(Deployment::id)
			.containsExactly("azure/prod", "openai/gpt-4o");
	}

	@Test
	void builtInCatalogueServesAnthropicGoogleAndAmazonWhereTheEnvironmentHasThem() throws IOException {
		Map<String, String> all = Map.of("ANTHROPIC_API_KEY", "k", "GEMINI_API_KEY", "k", "GOOGLE_CLOUD_PROJECT",
				"ward", "AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "A");
		CatalogueReader.Reading reading = new CatalogueReader(all::get, ServedTypes.all(), CLOCK)
			.read(CatalogueConfiguration.builtIn());
		assertThat(reading.warnings()).isEmpty();
		Catalogue catalogue = reading.catalogue();
		assertThat(catalogue.model("claude-sonnet-5-5").orElseThrow().deployments()).extracting(Deployment::id)
			.containsExactly("anthropic/claude-sonnet-5-5", "vertex/claude-sonnet-5-5",
					"bedrock/global.anthropic.claude-sonnet-5-5");
		assertThat(catalogue.model("gemini-3.8-flash").orElseThrow().deployments()).extracting(Deployment::id)
			.containsExactly("gemini/gemini-3.8-flash", "vertex/gemini-3.8-flash");
		for (String model : catalogue.models().keySet()) {
			assertThat(catalogue.maySendRaw(Set.of("Clinician"), model)).isFalse();
		}
		Map<String, String> one = Map.of("AWS_BEARER_TOKEN_BEDROCK", "k");
		assertThat(new CatalogueReader(one::get, ServedTypes.all(), CLOCK).read(CatalogueConfiguration.builtIn())
			.catalogue()
			.models()).containsOnlyKeys("sandbox", "claude-sonnet-5-5", "amazon-titan-embed-text-v2");
	}

	static CatalogueReader.Reading read(String text) {
		return new CatalogueReader(ENVIRONMENT::get, ServedTypes.all(), CLOCK)
			.read(text.getBytes(StandardCharsets.UTF_8));
	}

}
