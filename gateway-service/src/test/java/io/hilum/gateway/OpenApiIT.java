package io.hilum.gateway;

import java.net.http.HttpResponse;
import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import io.hilum.gateway.harness.RunningGateway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the gateway have the same operations, and answers are what the
 * contract says.
 */
class OpenApiIT {

	private final OpenApi contract = OpenApi.of("gateway-v1");

	private final RunningGateway gateway = RunningGateway.shared();

	@Test
	void hasTheOperationsOfTheGateway() {
		Set<String> served = Operations.ofRoutes(this.gateway.routes());
		assertThat(served).hasSizeGreaterThan(15);
		assertThat(this.contract.operations()).isEqualTo(served);
	}

	@Test
	void describesModels() {
		assertThat(errors("/v1/models")).isEmpty();
		assertThat(errors("/v1/models/sandbox")).isEmpty();
		assertThat(errors("/v1/models/nobody")).isEmpty();
		assertThat(this.contract.errors("GET", "/v1/models", 200, "{}")).isNotEmpty();
	}

	@Test
	void describesErrorsInTheFormOfTheirApi() {
		String openAi = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}";
		assertThat(this.contract.errors("POST", "/v1/embeddings", 404, openAi)).isEmpty();
		assertThat(this.contract.errors("POST", "/v1/messages", 404, openAi)).isNotEmpty();
		HttpResponse<String> refused = this.gateway
			.send(this.gateway.post("/v1/messages", this.gateway.issuer.token("amelia", "Clinician"), "{").build());
		assertThat(this.contract.errors("POST", "/v1/messages", refused.statusCode(), refused.body())).isEmpty();
		assertThat(this.contract.errors("POST", "/v1/embeddings", refused.statusCode(), refused.body())).isNotEmpty();
	}

	private Iterable<String> errors(String path) {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.get(this.gateway.issuer.token("amelia", "Clinician"), path).build());
		return this.contract.errors("GET", path, answer.statusCode(), answer.body());
	}

}
