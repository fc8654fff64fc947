package io.hilum.gateway.harness;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests read of answers.
 */
public final class Answers {

	private Answers() {
	}

	/**
	 * The id that the gateway gave a request.
	 * @param answer its answer
	 * @return the id
	 */
	public static String requestId(HttpResponse<?> answer) {
		return answer.headers().firstValue("x-request-id").orElseThrow();
	}

	/**
	 * The code of an error, which has OpenAI's form.
	 * @param answer the answer
	 * @return the code
	 */
	public static String code(HttpResponse<String> answer) {
		assertThat(answer.headers().firstValue("content-type")).contains("application/json");
		JsonNode error = JsonMapper.shared().readTree(answer.body()).get("error");
		assertThat(error).as(answer.body()).isNotNull();
		assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
		return error.get("code").asString();
	}

}
