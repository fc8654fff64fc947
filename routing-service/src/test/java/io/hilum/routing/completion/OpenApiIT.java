package io.hilum.routing.completion;

import java.net.http.HttpResponse;
import java.util.Set;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.contract.Operations;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.routes;
import static io.hilum.routing.completion.LiveService.send;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract and the service have the same operations, and answers are what the
 * contract says.
 */
class OpenApiIT {

	private final OpenApi contract = OpenApi.of("routing-v1");

	@Test
	void hasTheOperationsOfTheService() {
		Set<String> served = Operations.ofRoutes(routes());
		assertThat(served).hasSizeGreaterThan(5);
		assertThat(this.contract.operations()).isEqualTo(served);
	}

	@Test
	void describesModels() {
		HttpResponse<String> models = send(request("/v1/models", caller("Clinician")).GET());
		assertThat(this.contract.errors("GET", "/v1/models", models.statusCode(), models.body())).isEmpty();
		assertThat(this.contract.errors("GET", "/v1/models", 200, "{}")).isNotEmpty();
	}

	@Test
	void describesTheCatalogueAsItRuns() {
		HttpResponse<String> catalogue = send(request("/v1/catalogue", caller("Admin")).GET());
		assertThat(catalogue.statusCode()).isEqualTo(200);
		assertThat(this.contract.errors("GET", "/v1/catalogue", 200, catalogue.body())).isEmpty();
		assertThat(catalogue.body()).doesNotContain("sk-test", "api-key", "http://");
	}

	@Test
	void describesErrors() {
		HttpResponse<String> refused = post(chat("nobody", ""), caller("Clinician"));
		assertThat(refused.statusCode()).isEqualTo(404);
		assertThat(this.contract.errors("POST", "/v1/chat/completions", 404, refused.body())).isEmpty();
		assertThat(this.contract.errors("POST", "/v1/chat/completions", 404, "{}")).isNotEmpty();
	}

}
