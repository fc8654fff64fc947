package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for whole answers and errors of {@link ChatTranslation}.
 */
class GeminiAnswerTests {

	@Test
	void readsTextThoughtsCitationsAndTokens() {
		JsonNode answer = whole(GeminiFixtures.GROUNDED);
		JsonNode message = answer.path("choices").path(0).path("message");
		assertThat(answer.path("id").asString()).isEqualTo("r-1");
		assertThat(answer.path("model").asString()).isEqualTo("gemini-2.5-pro");
		assertThat(message.path("content").asString()).isEqualTo("Fièvre: 38 °C is a fever.");
		assertThat(message.path("reasoning_content").asString()).isEqualTo("Let me look.");
		assertThat(message.path("annotations")).hasToString("""
				[{"type":"url_citation","url_citation":{"start_index":8,"end_index":13,\
				"url":"https://example.org/f","title":"F"}}]""");
		assertThat(answer.path("usage")).hasToString("""
				{"prompt_tokens":29,"completion_tokens":13,"total_tokens":42,\
				"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":5}}""");
	}

	@Test
	void countsThoughtsOnceWhereGoogleCountsThemAmongTheCandidates() {
		JsonNode answer = GeminiFixtures.answer("""
				{"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}],"usageMetadata":
				{"promptTokenCount":10,"candidatesTokenCount":30,"thoughtsTokenCount":25,"totalTokenCount":40}}""");
		assertThat(answer.path("usage").path("completion_tokens").intValue()).isEqualTo(30);
		assertThat(answer.path("usage").path("total_tokens").intValue()).isEqualTo(40);
	}

	@Test
	void readsWhatIsNoText() {
		JsonNode message = GeminiFixtures.answer("""
				{"candidates":[{"content":{"parts":[{"later":{"x":1}},{"fileData":{"mimeType":"image/png",
				"fileUri":"https://example.org/i"}},{"inlineData":{"mimeType":"image/png","data":"AAAA"}},
				{"toolCall":{"toolType":"GOOGLE_SEARCH"}},{"text":"a","partMetadata":{}}]},"finishReason":"STOP"}]}""")
			.at("/choices/0/message");
		assertThat(message.path("content").asString()).isEqualTo("a");
		assertThat(message.at("/images/0/image_url/url").asString()).isEqualTo("https://example.org/i");
		assertThat(message.at("/images/1/image_url/url").asString()).isEqualTo("data:image/png;base64,AAAA");
	}

	@ParameterizedTest
	@CsvSource({ "flex,flex", "priority,priority", "standard,default", "SERVICE_TIER_FLEX,flex", "unspecified,''",
			"'',''" })
	void saysInWhichTierItWasServed(String told, String word) {
		String piece = """
				{"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}],"usageMetadata":
				{"promptTokenCount":10,"candidatesTokenCount":30,"serviceTier":"%s"}}""".formatted(told);
		assertThat(GeminiFixtures.answer(piece).path("service_tier").asString("")).isEqualTo(word);
		assertThat(GeminiFixtures
			.chunks(GeminiStreamTests.translate(GeminiFixtures.events(List.of(piece))).getBytes(StandardCharsets.UTF_8))
			.getLast()
			.path("service_tier")
			.asString("")).isEqualTo(word);
	}

	@Test
	void readsParallelCalls() {
		JsonNode choice = whole(GeminiFixtures.CALLS).path("choices").path(0);
		assertThat(choice.path("finish_reason").asString()).isEqualTo("tool_calls");
		assertThat(choice.path("message").path("content").isNull()).isTrue();
		JsonNode calls = choice.path("message").path("tool_calls");
		assertThat(calls.path(0).path("id").asString()).matches("call_[0-9a-f]{24}");
		assertThat(calls.path(0).path("function").path("arguments").asString())
			.isEqualTo("{\"drug\":\"heparin\",\"units\":5000}");
		assertThat(calls.path(0).path("extra_content").path("google").path("thought_signature").asString())
			.isEqualTo("c2lnMQ==");
		assertThat(calls.path(1)).hasToString("""
				{"id":"own-id","type":"function","function":{"name":"ward","arguments":"{}"}}""");
	}

	@Test
	void namesTheSameCallTheSameAndOthersDifferently() {
		String again = whole(GeminiFixtures.CALLS).at("/choices/0/message/tool_calls/0/id").asString();
		assertThat(whole(GeminiFixtures.CALLS).at("/choices/0/message/tool_calls/0/id").asString()).isEqualTo(again);
		JsonNode other = GeminiFixtures.answer(GeminiFixtures.CALLS.getFirst().replace("r-2", "r-9"));
		assertThat(other.at("/choices/0/message/tool_calls/0/id").asString()).isNotEqualTo(again);
	}

	@Test
	void readsSeveralCandidates() {
		JsonNode choices = whole(GeminiFixtures.CANDIDATES).path("choices");
		assertThat(choices).hasSize(2);
		assertThat(choices.path(0).at("/message/content").asString()).isEqualTo("Yes");
		assertThat(choices.path(0).path("finish_reason").asString()).isEqualTo("stop");
		assertThat(choices.path(1).at("/message/content").asString()).isEqualTo("No");
		assertThat(choices.path(1).path("finish_reason").asString()).isEqualTo("length");
	}

	@Test
	void isFilteredIfThePromptIsBlocked() {
		JsonNode answer = whole(GeminiFixtures.BLOCKED);
		assertThat(answer.path("choices")).hasSize(1);
		assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo("content_filter");
		assertThat(answer.at("/usage/prompt_tokens").intValue()).isEqualTo(11);
	}

	@Test
	void readsImagesCodeAndTheSignatureOfText() {
		JsonNode message = whole(GeminiFixtures.PARTS).at("/choices/0/message");
		assertThat(message.path("content").asString()).isEqualTo("It is 1.");
		assertThat(message.path("images")).hasSize(2);
		assertThat(message.at("/images/1")).hasToString("""
				{"index":1,"type":"image_url","image_url":{"url":"data:image/png;base64,AAAB"}}""");
		assertThat(message.at("/extra_content/google/thought_signature").asString()).isEqualTo("c2lnMw==");
		assertThat(message.at("/extra_content/google/code_execution/0/executable_code/code").asString())
			.isEqualTo("print(1)");
		assertThat(message.at("/extra_content/google/code_execution/1/code_execution_result/output").asString())
			.isEqualTo("1\n");
	}

	@Test
	void readsSoundAndProbabilities() {
		JsonNode choice = GeminiFixtures.answer("""
				{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/L16;codec=pcm;rate=24000",
				"data":"AAAA"}}]},"finishReason":"STOP","logprobsResult":{"chosenCandidates":[
				{"token":"é","tokenId":7,"logProbability":-0.25}],"topCandidates":[{"candidates":[
				{"token":"é","logProbability":-0.25},{"token":"e","logProbability":-1.5}]}]}}]}""").at("/choices/0");
		assertThat(choice.at("/message/audio/data").asString()).isEqualTo("AAAA");
		assertThat(choice.path("logprobs")).hasToString("""
				{"content":[{"token":"é","logprob":-0.25,"bytes":[195,169],"top_logprobs":[\
				{"token":"é","logprob":-0.25,"bytes":[195,169]},{"token":"e","logprob":-1.5,"bytes":[101]}]}],\
				"refusal":null}""");
	}

	@ParameterizedTest
	@CsvSource({ "STOP, stop", "MAX_TOKENS, length", "SAFETY, content_filter", "RECITATION, content_filter",
			"LANGUAGE, content_filter", "BLOCKLIST, content_filter", "PROHIBITED_CONTENT, content_filter",
			"SPII, content_filter", "MODEL_ARMOR, content_filter", "IMAGE_SAFETY, content_filter",
			"IMAGE_PROHIBITED_CONTENT, content_filter", "IMAGE_RECITATION, content_filter",
			"IMAGE_OTHER, content_filter", "OTHER, content_filter", "MALFORMED_FUNCTION_CALL, stop",
			"UNEXPECTED_TOOL_CALL, stop", "TOO_MANY_TOOL_CALLS, stop", "NO_IMAGE, stop", "NEVER_HEARD_OF, stop" })
	void translatesEveryReasonOfTheEnd(String reason, String expected) {
		JsonNode answer = GeminiFixtures
			.answer("{\"candidates\":[{\"content\":{},\"finishReason\":\"" + reason + "\"}]}");
		assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "1, stop", "2, length", "3, content_filter", "9, stop", "10, content_filter" })
	void readsReasonsThatAreNumbers(int reason, String expected) {
		JsonNode answer = GeminiFixtures.answer("{\"candidates\":[{\"content\":{},\"finishReason\":" + reason + "}]}");
		assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo(expected);
	}

	@Test
	void translatesErrorsInBothForms() {
		String error = """
				{"error":{"code":429,"message":"Quota exceeded.","status":"RESOURCE_EXHAUSTED"}}""";
		for (String body : List.of(error, "[" + error + "]")) {
			assertThat(error(429, body)).hasToString("""
					{"error":{"message":"Quota exceeded.","type":"rate_limit_error","param":null,\
					"code":"resource_exhausted"}}""");
		}
		assertThat(error(502, "<html>").at("/error/message").asString()).isEqualTo("Google answered 502");
		assertThat(error(400, """
				{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT",
				"details":[{"reason":"API_KEY_INVALID"}]}}""").at("/error/code").asString())
			.isEqualTo("invalid_api_key");
		assertThat(error(400, """
				{"error":{"message":"The input token count (9) exceeds the maximum number of tokens allowed (8).",
				"status":"INVALID_ARGUMENT"}}""").at("/error/code").asString()).isEqualTo("context_length_exceeded");
	}

	@Test
	void isBrokenIfItIsNoAnswer() {
		for (String body : List.of("<html>", "[1]", "{\"error\":{}}")) {
			assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> GeminiFixtures.answer(body));
		}
	}

	private static JsonNode error(int status, String body) {
		return Json.readAnswer(
				GeminiFixtures.translation("m", GeminiFixtures.HELLO).error(status, GeminiFixtures.bytes(body)));
	}

	private static JsonNode whole(List<String> pieces) {
		return GeminiFixtures.answer("[" + String.join(",", pieces) + "]");
	}

}
