package io.hilum.routing.cache;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Finish}.
 */
class FinishTests {

	@ParameterizedTest
	@CsvSource({ "stop,true", "tool_calls,true", "function_call,true", "length,false", "content_filter,false",
			"error,false", "other,false" })
	void tellsByTheReason(String reason, boolean finished) {
		String whole = "{\"choices\":[{\"index\":0,\"finish_reason\":\"" + reason + "\"}]}";
		assertThat(Finish.ofWhole(bytes(whole))).isEqualTo(finished);
		String stream = event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":null}]}") + event(whole)
				+ "data: [DONE]\n\n";
		assertThat(Finish.ofStream(bytes(stream))).isEqualTo(finished);
	}

	@ParameterizedTest
	@CsvSource({ "end_turn,true", "tool_use,true", "stop_sequence,true", "max_tokens,false", "refusal,false",
			"pause_turn,false" })
	void tellsByTheReasonOfAMessage(String reason, boolean finished) {
		assertThat(Finish.ofWhole(bytes("{\"type\":\"message\",\"stop_reason\":\"" + reason + "\"}")))
			.isEqualTo(finished);
		String stream = event("{\"type\":\"message_start\",\"message\":{\"type\":\"message\",\"stop_reason\":null}}")
				+ event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + reason + "\"}}")
				+ event("{\"type\":\"message_stop\"}");
		assertThat(Finish.ofStream(bytes(stream))).isEqualTo(finished);
	}

	@ParameterizedTest
	@CsvSource({ "completed,true", "incomplete,false", "failed,false" })
	void tellsByTheStatusOfAResponse(String status, boolean finished) {
		String response = "{\"object\":\"response\",\"error\":null,\"status\":\"" + status + "\"}";
		assertThat(Finish.ofWhole(bytes(response))).isEqualTo(finished);
		String stream = event(
				"{\"type\":\"response.created\",\"response\":{\"object\":\"response\",\"status\":\"in_progress\"}}")
				+ event("{\"type\":\"response." + status + "\",\"response\":" + response + "}");
		assertThat(Finish.ofStream(bytes(stream))).isEqualTo(finished);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"type\":\"message_start\",\"message\":{}}", "{\"type\":\"error\",\"error\":{}}",
					"{\"type\":\"response.created\",\"response\":{\"status\":\"in_progress\"}}" })
	void isNotFinishedByItsBegin(String only) {
		assertThat(Finish.ofStream(bytes(event(only)))).isFalse();
	}

	@Test
	void needsTheEndOfEachChoice() {
		String first = event("{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}");
		String begun = event("{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"a\"}}]}");
		String second = event("{\"choices\":[{\"index\":1,\"finish_reason\":\"stop\"}]}");
		assertThat(Finish.ofStream(bytes(first + begun))).isFalse();
		assertThat(Finish.ofStream(bytes(first + begun + second))).isTrue();
	}

	@Test
	void isNoErrorAndNotNothing() {
		String finished = event("{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}");
		assertThat(Finish.ofStream(bytes(finished + event("{\"error\":{\"message\":\"x\"}}")))).isFalse();
		assertThat(Finish.ofStream(bytes(finished + event("{\"choices\":")))).isFalse();
		assertThat(Finish.ofStream(bytes("data: [DONE]\n\n"))).isFalse();
		assertThat(Finish.ofWhole(bytes("{}"))).isFalse();
		assertThat(Finish.ofWhole(bytes("<html>"))).isFalse();
	}

	private static String event(String data) {
		return "data: " + data + "\n\n";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
