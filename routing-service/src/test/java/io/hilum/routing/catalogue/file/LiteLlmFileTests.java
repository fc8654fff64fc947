package io.hilum.routing.catalogue.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.Strategy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A platform team's file of LiteLLM starts Hilum as it is.
 */
class LiteLlmFileTests {

	private static final String FILE = """
			model_list:
			  - model_name: gpt-4o
			    litellm_params:
			      model: azure/gpt-4o-prod
			      api_base: os.environ/AZURE_API_BASE
			      api_key: os.environ/AZURE_API_KEY
			      api_version: "2025-01-01-preview"
			      rpm: 60
			      weight: 3
			    model_info:
			      input_cost_per_token: 0.0000025
			      cache_read_input_token_cost: 0.00000125
			      output_cost_per_token: 1e-5
			  - model_name: gpt-4o
			    litellm_params: {model: gpt-4o, api_key: os.environ/OPENAI_API_KEY, input_cost_per_token: 2.5e-06}
			  - model_name: llama
			    litellm_params: {model: openai/llama3, api_base: "http://vllm:8000/v1", api_key: none}
			  - model_name: claude
			    litellm_params: {model: anthropic/claude-sonnet, api_key: os.environ/ANTHROPIC_API_KEY}
			  - model_name: gemini
			    litellm_params: {model: vertex_ai/gemini, vertex_project: p}
			  - model_name: nokey
			    litellm_params: {model: openai/gpt-4o, api_key: os.environ/NOT_SET}
			litellm_settings: {drop_params: true, context_window_fallbacks: [{gpt-4o: [llama]}], content_policy_fallbacks: [{gpt-4o: [claude, llama]}]}
			router_settings:
			  routing_strategy: simple-shuffle
			  fallbacks: [{gpt-4o: [llama, claude]}]
			general_settings: {master_key: os.environ/MASTER}
			""";

	private static final Map<String, String> ENVIRONMENT = Map.of("AZURE_API_BASE", "https://x.openai.azure.com/",
			"AZURE_API_KEY", "a", "OPENAI_API_KEY", "o", "ANTHROPIC_API_KEY", "c", "GOOGLE_JSON",
			"{\"type\":\"service_account\"}", "AWS_SECRET", "s");

	private final CatalogueReader.Reading reading = new CatalogueReader(ENVIRONMENT::get,
			new ServedTypes(Set.of(ProviderType.AZURE_OPENAI, ProviderType.OPENAI, ProviderType.OPENAI_COMPATIBLE)),
			InstantSource.system())
		.read(FILE.getBytes(StandardCharsets.UTF_8));

	@Test
	void entriesOfOneNameAreDeploymentsOfOneModel() {
		Catalogue catalogue = this.reading.catalogue();
		assertThat(catalogue.models()).containsOnlyKeys("gpt-4o", "llama");
		Model model = catalogue.model("gpt-4o").orElseThrow();
		assertThat(model.strategy()).isEqualTo(Strategy.WEIGHTED);
		assertThat(model.fallbacks().usual()).containsExactly("llama");
		assertThat(model.fallbacks().context()).containsExactly("llama");
		assertThat(model.fallbacks().content()).containsExactly("llama");
		Deployment azure = model.deployments().getFirst();
		assertThat(azure.model()).isEqualTo("gpt-4o-prod");
		assertThat(azure.weight()).isEqualTo(3);
		assertThat(azure.capacity()).isEqualTo(new Capacity(null, 60, false));
		assertThat(azure.provider().type()).isEqualTo(ProviderType.AZURE_OPENAI);
		assertThat(azure.provider().apiVersion()).isEqualTo("2025-01-01-preview");
		assertThat(azure.price()).isEqualTo(new Price(2_500_000_000L, 1_250_000_000L, 2_500_000_000L, 10_000_000_000L));
		assertThat(model.deployments().get(1).provider().endpoint()).isEqualTo(URI.create("https://api.openai.com/v1"));
	}

	@Test
	void serversOfTheDialectKeepTheirAddress() {
		Deployment llama = this.reading.catalogue().model("llama").orElseThrow().deployments().getFirst();
		assertThat(llama.provider().type()).isEqualTo(ProviderType.OPENAI_COMPATIBLE);
		assertThat(llama.id()).isEqualTo("openai-compatible-vllm/llama3");
		assertThat(llama.price().isFree()).isTrue();
	}

	@Test
	void takesEachPriceWhereItIsWritten() {
		CatalogueReader.Reading priced = read("""
				model_list:
				  - model_name: both
				    litellm_params: {model: gpt-4o, api_key: k, output_cost_per_token: 2e-6}
				    model_info: {input_cost_per_token: 1e-6, output_cost_per_token: 9e-6}
				  - model_name: output
				    litellm_params: {model: gpt-4o, api_key: k, output_cost_per_token: 3e-6}
				""", ServedTypes.all());
		assertThat(price(priced, "both"))
			.isEqualTo(new Price(1_000_000_000L, 1_000_000_000L, 1_000_000_000L, 2_000_000_000L));
		assertThat(price(priced, "output")).isEqualTo(new Price(0, 0, 0, 3_000_000_000L));
		assertThat(priced.warnings()).isEmpty();
	}

	private static Price price(CatalogueReader.Reading from, String model) {
		return from.catalogue().model(model).orElseThrow().deployments().getFirst().price();
	}

	@Test
	void saysWhatItLeavesOut() {
		assertThat(this.reading.warnings()).extracting(Object::toString)
			.contains("line 19: 'claude' is left out: provider type anthropic is not served by this build",
					"line 23: 'nokey' is left out: the environment has no NOT_SET",
					"line 24: 'drop_params' is not looked at: what a provider cannot do is refused by name",
					"line 28: the section 'general_settings' is not looked at")
			.anySatisfy((warning) -> assertThat(warning).contains("'gemini'", "vertex_ai"))
			.anySatisfy((warning) -> assertThat(warning).contains("'llama' has no input_cost_per_token"));
	}

	@Test
	void mixedFileOfAPlatformTeamStartsUnchanged() {
		CatalogueReader.Reading mixed = read("""
				model_list:
				  - model_name: gpt-4o
				    litellm_params:
				      model: azure/gpt-4o
				      api_base: ${AZURE_API_BASE}
				      api_key: ${AZURE_API_KEY}
				      api_version: "2024-08-01-preview"
				      timeout: 30
				  - model_name: claude
				    litellm_params: {model: anthropic/claude-3-sonnet, api_key: os.environ/ANTHROPIC_API_KEY}
				  - model_name: gemini
				    litellm_params:
				      model: vertex_ai/gemini-1.5-pro
				      vertex_project: ward
				      vertex_location: europe-west4
				      vertex_credentials: os.environ/GOOGLE_JSON
				  - model_name: flash
				    litellm_params: {model: gemini/gemini-2.0-flash, api_key: g}
				  - model_name: nova
				    litellm_params:
				      model: bedrock/converse/us.amazon.nova-pro-v1:0
				      aws_region_name: us-east-1
				      aws_access_key_id: AKIA
				      aws_secret_access_key: os.environ/AWS_SECRET
				  - model_name: groq
				    litellm_params: {model: groq/llama-3.3-70b-versatile, api_key: q}
				  - model_name: local
				    litellm_params: {model: ollama/llama3.1, api_base: "http://ollama:11434"}
				  - model_name: mistral
				    litellm_params: {model: mistral/mistral-large-latest}
				  - model_name: sage
				    litellm_params: {model: sagemaker/x}
				""", ServedTypes.all());
		assertThat(mixed.catalogue().models()).containsOnlyKeys("gpt-4o", "claude", "gemini", "flash", "nova", "groq",
				"local");
		assertThat(provider(mixed, "claude").endpoint()).isEqualTo(URI.create("https://api.anthropic.com"));
		assertThat(provider(mixed, "gemini").settings()).isEqualTo(
				Map.of("project", "ward", "location", "europe-west4", "credentials", "{\"type\":\"service_account\"}"));
		assertThat(provider(mixed, "nova").settings()).containsEntry("secret-access-key", "s");
		assertThat(provider(mixed, "nova").region()).isEqualTo("us-east-1");
		assertThat(deployment(mixed, "nova").model()).isEqualTo("us.amazon.nova-pro-v1:0");
		assertThat(deployment(mixed, "groq").id()).isEqualTo("openai-compatible-api.groq.com/llama-3.3-70b-versatile");
		assertThat(provider(mixed, "local").endpoint()).isEqualTo(URI.create("http://ollama:11434/v1"));
		assertThat(mixed.warnings()).extracting(Object::toString)
			.contains("line 8: 'timeout' is not looked at: hilum.provider.http.response-timeout applies",
					"line 30: 'mistral' is left out: its api_key is not set",
					"line 32: 'sage' is left out: provider type sagemaker is not served by this build");
	}

	@Test
	void takesFromTheEnvironmentWhatLiteLlmTakes() {
		Map<String, String> environment = Map.of("OPENAI_API_KEY", "o", "ANTHROPIC_API_KEY", "a", "AZURE_API_KEY", "z",
				"AZURE_API_BASE", "https://z.example", "AZURE_API_VERSION", "2025-01-01", "VERTEXAI_PROJECT", "p",
				"AWS_REGION", "eu-west-1", "TOGETHER_API_KEY", "t");
		CatalogueReader.Reading bare = new CatalogueReader(environment::get, ServedTypes.all(), InstantSource.system())
			.read("""
					model_list:
					  - {model_name: a, litellm_params: {model: gpt-4o}}
					  - {model_name: b, litellm_params: {model: claude-sonnet-4-5}}
					  - {model_name: c, litellm_params: {model: azure/prod}}
					  - {model_name: d, litellm_params: {model: gemini-2.5-pro}}
					  - {model_name: e, litellm_params: {model: anthropic.claude-3-haiku-20240307-v1:0}}
					  - {model_name: f, litellm_params: {model: together_ai/x/y}}
					  - {model_name: g, litellm_params: {model: x/y, custom_llm_provider: together_ai}}
					""".getBytes(StandardCharsets.UTF_8));
		assertThat(bare.catalogue().models()).hasSize(7);
		assertThat(provider(bare, "a").apiKey()).isEqualTo("o");
		assertThat(provider(bare, "b").type()).isEqualTo(ProviderType.ANTHROPIC);
		assertThat(provider(bare, "c").apiVersion()).isEqualTo("2025-01-01");
		assertThat(provider(bare, "d").settings()).containsEntry("project", "p")
			.containsEntry("location", "us-central1");
		assertThat(provider(bare, "e").region()).isEqualTo("eu-west-1");
		assertThat(deployment(bare, "f").model()).isEqualTo("x/y");
		assertThat(deployment(bare, "g").id()).isEqualTo(deployment(bare, "f").id());
	}

	@Test
	void sharesAreWeightsOrRequestsOrTokensPerMinute() {
		Catalogue catalogue = read(
				"""
						model_list:
						  - {model_name: a, litellm_params: {model: openai/x, api_key: k, rpm: 900}}
						  - {model_name: a, litellm_params: {model: openai/y, api_key: k, rpm: 100}}
						  - {model_name: b, litellm_params: {model: openai/x, api_key: k, order: 2}}
						  - {model_name: b, litellm_params: {model: openai/y, api_key: k, order: 1}}
						router_settings: {routing_strategy: simple-shuffle, model_group_alias: {c: a, d: {model: b, hidden: true}}}
						""",
				ServedTypes.all())
			.catalogue();
		assertThat(catalogue.model("a").orElseThrow().deployments()).extracting(Deployment::weight)
			.containsExactly(900, 100);
		assertThat(catalogue.model("b").orElseThrow().strategy()).isEqualTo(Strategy.PRIORITY);
		assertThat(catalogue.model("c").orElseThrow().deployments())
			.isEqualTo(catalogue.model("a").orElseThrow().deployments());
		assertThat(catalogue.models()).containsKey("d");
	}

	@Test
	void ownSectionsAreReadBesideThoseOfLiteLlm() {
		Catalogue catalogue = read("""
				model_list:
				  - {model_name: a, litellm_params: {model: openai/x, api_key: os.environ/MINE}}
				environment_variables: {MINE: k}
				agreements: [{id: baa, covers: [openai], expires: 2030-01-01}]
				roles: {Clinician: {models: ["*"], phi: allow}}
				""", ServedTypes.all()).catalogue();
		assertThat(catalogue.roles()).containsOnlyKeys("Clinician");
		assertThat(catalogue.agreement("openai", LocalDate.of(2029, 1, 1))).isPresent();
		assertThat(catalogue.model("a").orElseThrow().deployments().getFirst().provider().apiKey()).isEqualTo("k");
	}

	@Test
	void wildcardStandsForTheModelsOfAPlatform() {
		CatalogueReader.Reading wild = read(
				"""
						model_list:
						  - {model_name: "openai/*", litellm_params: {model: "openai/*", api_key: k, tpm: 1000, rpm: 10}}
						  - {model_name: "openai/gpt-4o", litellm_params: {model: azure/prod, api_base: "https://z.example", api_key: k}}
						  - {model_name: "anthropic/*", litellm_params: {model: "anthropic/*", api_key: k}}
						  - {model_name: "*", litellm_params: {model: "groq/*", api_key: k}}
						  - {model_name: "any", litellm_params: {model: "*"}}
						""",
				ServedTypes.all());
		assertThat(deployment(wild, "openai/gpt-4o-mini").model()).isEqualTo("gpt-4o-mini");
		assertThat(deployment(wild, "openai/gpt-4o-mini").id()).isEqualTo("openai/*");
		assertThat(deployment(wild, "openai/gpt-4o-mini").capacity()).isEqualTo(new Capacity(1000, 10, false));
		assertThat(deployment(wild, "openai/gpt-4o").model()).isEqualTo("prod");
		assertThat(provider(wild, "anthropic/claude-x").type()).isEqualTo(ProviderType.ANTHROPIC);
		assertThat(deployment(wild, "llama").id()).isEqualTo("openai-compatible-api.groq.com/*");
		assertThat(wild.catalogue().model("x\"},{")).isEmpty();
		assertThat(wild.catalogue().mayUse(Set.of("Clinician"), "openai/gpt-4o-mini")).isTrue();
		assertThat(wild.warnings()).extracting(Object::toString)
			.contains(
					"line 6: 'any' is left out: a wildcard for every platform is not served: name one, such as openai/*");
	}

	@Test
	void specialFallbacksAreKept() {
		Model model = read("""
				model_list:
				  - {model_name: a, litellm_params: {model: openai/x, api_key: k}}
				  - {model_name: b, litellm_params: {model: openai/y, api_key: k}}
				litellm_settings: {context_window_fallbacks: [{a: [b]}], content_policy_fallbacks: [{a: [b, none]}]}
				router_settings: {default_fallbacks: [b]}
				""", ServedTypes.all()).catalogue().model("a").orElseThrow();
		assertThat(model.fallbacks().context()).containsExactly("b");
		assertThat(model.fallbacks().content()).containsExactly("b");
		assertThat(model.fallbacks().usual()).containsExactly("b");
	}

	@Test
	void refusesAFileOfWhichNothingIsLeft() {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> read("""
				model_list:
				  - {model_name: a, litellm_params: {model: openai/x, api_key: os.environ/NOT_SET}}
				""", ServedTypes.all())).withMessage("line 2: no entry of 'model_list' can be called");
	}

	private static CatalogueReader.Reading read(String text, ServedTypes served) {
		return new CatalogueReader(ENVIRONMENT::get, served, InstantSource.system())
			.read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Deployment deployment(CatalogueReader.Reading reading, String model) {
		return reading.catalogue().model(model).orElseThrow().deployments().getFirst();
	}

	private static ProviderDefinition provider(CatalogueReader.Reading reading, String model) {
		return deployment(reading, model).provider();
	}

	@Test
	void allowsNobodyToSendRawText() {
		Catalogue catalogue = this.reading.catalogue();
		assertThat(catalogue.mayUse(catalogue.roles().keySet(), "gpt-4o")).isTrue();
		assertThat(catalogue.maySendRaw(catalogue.roles().keySet(), "gpt-4o")).isFalse();
	}

}
