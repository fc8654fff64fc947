package io.hilum.routing.provider.azure;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.StoredCall;
import io.hilum.routing.provider.StoredCall.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AzureDialect}.
 */
class AzureDialectTests {

	@Test
	void namesTheDeploymentInThePathAndLogsInByKey() {
		AzureDialect dialect = new AzureDialect(URI.create("https://x.openai.azure.com"),
				Mono.just(Map.of("api-key", "k")), "2024-10-21");
		ProviderCall call = new ProviderCall("id", Endpoint.CHAT_COMPLETIONS, "gpt 4o/../x", new byte[0], false, null);
		assertThat(dialect.uri(call)).isEqualTo(
				"https://x.openai.azure.com/openai/deployments/gpt+4o%2F..%2Fx/chat/completions?api-version=2024-10-21");
		assertThat(dialect.login("", new byte[0]).block()).isEqualTo(Map.of("api-key", "k"));
	}

	@ParameterizedTest
	@CsvSource({ "2024-10-21,CHAT_COMPLETIONS,openai/deployments/gpt/chat/completions?api-version=2024-10-21",
			"2024-10-21,COMPLETIONS,openai/deployments/gpt/completions?api-version=2024-10-21",
			"2024-10-21,RESPONSES,openai/v1/responses",
			"2025-03-01-preview,RESPONSES,openai/responses?api-version=2025-03-01-preview",
			"v1,CHAT_COMPLETIONS,openai/v1/chat/completions", "latest,EMBEDDINGS,openai/v1/embeddings",
			"preview,RESPONSES,openai/v1/responses?api-version=preview" })
	void choosesThePathByTheVersion(String version, Endpoint endpoint, String path) {
		for (String root : List.of("https://x.openai.azure.com", "https://x.openai.azure.com/openai/v1/")) {
			AzureDialect dialect = new AzureDialect(URI.create(root), Mono.just(Map.of("api-key", "k")), version);
			assertThat(dialect.uri(new ProviderCall("id", endpoint, "gpt", new byte[0], false, null)))
				.isEqualTo("https://x.openai.azure.com/" + path);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2024-10-21,openai/v1/responses/resp_1/input_items?limit=2",
			"2025-03-01-preview,openai/responses/resp_1/input_items?api-version=2025-03-01-preview&limit=2",
			"v1,openai/v1/responses/resp_1/input_items?limit=2",
			"preview,openai/v1/responses/resp_1/input_items?api-version=preview&limit=2" })
	void findsAKeptResponseByTheVersion(String version, String path) {
		AzureDialect dialect = new AzureDialect(URI.create("https://x.openai.azure.com"),
				Mono.just(Map.of("api-key", "k")), version);
		assertThat(dialect.uri(new StoredCall(Action.ITEMS, "resp_1", "limit=2")))
			.isEqualTo("https://x.openai.azure.com/" + path);
	}

}
