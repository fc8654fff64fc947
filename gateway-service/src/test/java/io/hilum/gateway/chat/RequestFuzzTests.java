package io.hilum.gateway.chat;

import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.problem.ProblemResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as a body: they are read, or refused as the client's own fault. The first
 * byte says for which operation.
 */
class RequestFuzzTests {

	@FuzzTest(maxDuration = "10m")
	void readsOrRefuses(byte[] input) {
		if (input.length == 0) {
			return;
		}
		Endpoint[] endpoints = Endpoint.values();
		Asked asked = new Asked(endpoints[(input[0] & 0xff) % endpoints.length], null);
		try {
			ChatRequest request = ChatFixtures.REQUESTS.read(asked, Arrays.copyOfRange(input, 1, input.length));
			assertThat(request.model()).isNotEmpty();
			Deidentifier.texts(request).forEach((text) -> assertThat(text.reveal()).isNotNull());
		}
		catch (ProblemException ex) {
			assertThat(ProblemResponse.of(ex.problem()).status()).isBetween(400, 499);
		}
	}

}
