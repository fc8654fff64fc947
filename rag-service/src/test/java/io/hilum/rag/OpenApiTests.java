package io.hilum.rag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the service have the same operations, and the contract describes its
 * own example.
 */
class OpenApiTests {

	private final OpenApi contract = OpenApi.of("rag-v1");

	@Test
	void hasTheOperationsOfTheService() {
		Set<String> served = Operations.ofControllers("io.hilum.rag");
		assertThat(served).hasSizeGreaterThan(8);
		assertThat(this.contract.operations()).isEqualTo(served);
	}

	@Test
	void describesTheExampleOfASearch() throws IOException {
		try (InputStream example = OpenApiTests.class.getResourceAsStream("/contracts/examples/search/response.json")) {
			String json = new String(Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8);
			assertThat(this.contract.errors("POST", "/v1/search", 200, json)).isEmpty();
			assertThat(this.contract.errors("POST", "/v1/search", 200, "{}")).isNotEmpty();
		}
	}

}
