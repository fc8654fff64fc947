package io.hilum.routing.provider.azure;

import java.net.URI;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import org.junit.jupiter.api.Test;
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

}
