package io.hilum.routing.catalogue.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.Strategy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
			litellm_settings: {drop_params: true}
			router_settings:
			  routing_strategy: simple-shuffle
			  fallbacks: [{gpt-4o: [llama, claude]}]
			general_settings: {master_key: os.environ/MASTER}
			""";

	private static final Map<String, String> ENVIRONMENT = Map.of("AZURE_API_BASE", "https://x.openai.azure.com/",
			"AZURE_API_KEY", "a", "OPENAI_API_KEY", "o", "ANTHROPIC_API_KEY", "c");

	private final CatalogueReader.Reading reading = new CatalogueReader(ENVIRONMENT::get,
			new ServedTypes(Set.of(ProviderType.AZURE_OPENAI, ProviderType.OPENAI, ProviderType.OPENAI_COMPATIBLE)))
		.read(FILE.getBytes(StandardCharsets.UTF_8));

	@Test
	void entriesOfOneNameAreDeploymentsOfOneModel() {
		Catalogue catalogue = this.reading.catalogue();
		assertThat(catalogue.models()).containsOnlyKeys("gpt-4o", "llama");
		Model model = catalogue.model("gpt-4o").orElseThrow();
		assertThat(model.strategy()).isEqualTo(Strategy.WEIGHTED);
		assertThat(model.fallback()).containsExactly("llama");
		Deployment azure = model.deployments().getFirst();
		assertThat(azure.model()).isEqualTo("gpt-4o-prod");
		assertThat(azure.weight()).isEqualTo(3);
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
	void saysWhatItLeavesOut() {
		assertThat(this.reading.warnings()).extracting(Object::toString)
			.anySatisfy((warning) -> assertThat(warning)
				.isEqualTo("line 19: 'claude' is left out: provider type anthropic is not served by this build"))
			.anySatisfy((warning) -> assertThat(warning).contains("'gemini'", "vertex_ai"))
			.anySatisfy((warning) -> assertThat(warning).contains("its api_key is not set"))
			.anySatisfy((warning) -> assertThat(warning).contains("'llama' has no input_cost_per_token"));
	}

	@Test
	void allowsNobodyToSendRawText() {
		Catalogue catalogue = this.reading.catalogue();
		assertThat(catalogue.mayUse(catalogue.roles().keySet(), "gpt-4o")).isTrue();
		assertThat(catalogue.maySendRaw(catalogue.roles().keySet(), "gpt-4o")).isFalse();
	}

}
