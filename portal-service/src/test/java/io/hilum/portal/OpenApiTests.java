package io.hilum.portal;

import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the service have the same operations.
 */
class OpenApiTests {

	private final OpenApi contract = OpenApi.of("portal-v1");

	@Test
	void hasTheOperationsOfTheService() {
		Set<String> served = Operations.ofControllers("io.hilum.portal");
		assertThat(served).hasSizeGreaterThan(30);
		assertThat(this.contract.operations()).isEqualTo(served);
	}

	@Test
	void judgesAnswers() {
		assertThat(this.contract.errors("GET", "/v1/portal/retention", 200,
				"{\"own\":null,\"roles\":{\"Billing\":90},\"otherwise\":30}"))
			.isEmpty();
		assertThat(this.contract.errors("GET", "/v1/portal/retention", 200, "{\"own\":0}")).isNotEmpty();
		assertThat(this.contract.errors("GET", "/v1/portal/me", 404, "{}")).isNotEmpty();
	}

}
