package io.hilum.usage;

import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the service have the same operations.
 */
class OpenApiTests {

	private final OpenApi contract = OpenApi.of("usage-v1");

	@Test
	void hasTheOperationsOfTheService() {
		Set<String> served = Operations.ofControllers("io.hilum.usage");
		assertThat(served).hasSizeGreaterThan(20);
		assertThat(this.contract.operations()).isEqualTo(served);
	}

	@Test
	void judgesAnswers() {
		String error = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"not_found\"}}";
		assertThat(this.contract.errors("GET", "/v1/teams/x", 404, error)).isEmpty();
		assertThat(this.contract.errors("GET", "/v1/teams/x", 404, "{}")).isNotEmpty();
		assertThat(this.contract.errors("GET", "/v1/teams/x", 200, error)).isNotEmpty();
		assertThat(this.contract.errors("DELETE", "/v1/teams/x", 200, "{}")).isNotEmpty();
		assertThat(this.contract.errors("GET", "/v1/budgets/user:https://idp|x", 404, error)).isEmpty();
		assertThat(this.contract.errors("GET", "/actuator/health", 200, "{}")).isEmpty();
	}

}
