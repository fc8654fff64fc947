package io.hilum.gateway.knowledge.http;

import java.util.List;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.knowledge.Passage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent to rag-service and read from it is what the contract says.
 */
class SearchContractTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void writesTheRequest() {
		SearchRequestV1 request = new SearchRequestV1(List.of("guidelines"), "When is a statin started after a stroke?",
				4);
		assertThat(JSON.readTree(JSON.writeValueAsBytes(request)))
			.isEqualTo(JSON.readTree(RunningGateway.example("search/request.json")));
		assertThat(request.toString()).doesNotContain("statin");
	}

	@Test
	void readsTheAnswer() {
		Passage passage = JSON.readValue(RunningGateway.example("search/response.json"), SearchResponseV1.class)
			.toPassages()
			.getFirst();
		assertThat(passage.collection()).isEqualTo("guidelines");
		assertThat(passage.page()).isEqualTo(7);
		assertThat(passage.title().reveal()).isEqualTo("Secondary prevention after stroke.pdf");
		assertThat(passage.text().reveal()).startsWith("High-intensity statin");
		assertThat(passage.toString()).doesNotContain("statin", "stroke");
	}

}
