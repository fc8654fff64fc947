package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link MessagesErrors}.
 */
class MessagesErrorsTests {

	@ParameterizedTest
	@CsvSource({ "400,invalid_request_error,max_tokens: Field required,invalid_request_error,invalid_request_error",
			"400,invalid_request_error,prompt is too long: 2 tokens > 1,invalid_request_error,context_length_exceeded",
			"400,invalid_request_error,Output blocked by content filtering policy,invalid_request_error,content_filter",
			"400,invalid_request_error,Your credit balance is too low,invalid_request_error,insufficient_quota",
			"401,authentication_error,invalid x-api-key,authentication_error,authentication_error",
			"403,permission_error,no,permission_error,permission_error",
			"404,not_found_error,model: x,not_found_error,not_found_error",
			"413,request_too_large,too big,invalid_request_error,request_too_large",
			"429,rate_limit_error,slow down,rate_limit_error,rate_limit_error",
			"500,api_error,Internal,server_error,api_error",
			"529,overloaded_error,Overloaded,server_error,overloaded_error" })
	void errorsHaveOpenAisForm(int status, String type, String message, String translatedType, String code) {
		String body = "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message
				+ "\"},\"request_id\":\"req_1\"}";
		assertThat(translated(status, body)).isEqualTo("{\"error\":{\"message\":\"" + message + "\",\"type\":\""
				+ translatedType + "\",\"param\":null,\"code\":\"" + code + "\"}}");
	}

	@Test
	void whatIsNoErrorOfAnthropicsIsOneAllTheSame() {
		assertThat(translated(502, "<html>"))
			.isEqualTo("{\"error\":{\"message\":\"Anthropic answered with status 502\","
					+ "\"type\":\"server_error\",\"param\":null,\"code\":\"provider_error\"}}");
	}

	private static String translated(int status, String body) {
		return new String(Requests.translate(Requests.hello("")).error(status, body.getBytes(StandardCharsets.UTF_8)),
				StandardCharsets.UTF_8);
	}

}
