package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Answers as Google's description of its API says they look, and ways to translate them.
 */
final class GeminiFixtures {

	static final String HELLO = """
			{"model":"m","messages":[{"role":"user","content":"Hello"}]}""";

	/** Thoughts, text beyond ASCII, a citation and the tokens of every kind. */
	static final List<String> GROUNDED = List.of("""
			{"candidates":[{"content":{"role":"model","parts":[{"text":"Let me look.","thought":true}]},"index":0}],
			"usageMetadata":{"promptTokenCount":9,"totalTokenCount":14,"thoughtsTokenCount":5},
			"modelVersion":"gemini-2.5-pro","responseId":"r-1"}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"text":"Fièvre: 38 "}]},"index":0,
			"groundingMetadata":{}}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":3,
			"totalTokenCount":17,"thoughtsTokenCount":5},"modelVersion":"gemini-2.5-pro","responseId":"r-1"}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"text":"°C is a fever."}]},"finishReason":"STOP",
			"index":0,"groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://example.org/f","title":"F"}}],
			"groundingSupports":[{"segment":{"startIndex":9,"endIndex":15,"text":"38 °C"},
			"groundingChunkIndices":[0]}]}}],"usageMetadata":{"promptTokenCount":9,"toolUsePromptTokenCount":20,
			"cachedContentTokenCount":4,"candidatesTokenCount":8,"totalTokenCount":42,"thoughtsTokenCount":5},
			"modelVersion":"gemini-2.5-pro","responseId":"r-1"}""");

	/** Parallel calls, the first with a signature, the second without arguments. */
	static final List<String> CALLS = List.of("""
			{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"dose",
			"args":{"drug":"heparin","units":5000}},"thoughtSignature":"c2lnMQ=="},
			{"functionCall":{"id":"own-id","name":"ward"}}]},"finishReason":"STOP","index":0,
			"finishMessage":"Model generated function call(s)."}],"usageMetadata":{"promptTokenCount":40,
			"candidatesTokenCount":12,"totalTokenCount":52},"responseId":"r-2"}""");

	/** Arguments that come leaf by leaf, which only Vertex AI does. */
	static final List<String> PARTIAL_CALL = List.of("""
			{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"order","willContinue":true},
			"thoughtSignature":"c2lnMg=="}]}}],"responseId":"r-3"}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"partialArgs":[
			{"jsonPath":"$.items[0].name","stringValue":"gau","willContinue":true}],"willContinue":true}}]}}]}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"partialArgs":[
			{"jsonPath":"$.items[0].name","stringValue":"ze"},{"jsonPath":"$.items[0].count","numberValue":3},
			{"jsonPath":"$.items[0]['to ward']","boolValue":true},{"jsonPath":"$.note","nullValue":null}],
			"willContinue":true}}]}}]}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{}}]}}]}""", """
			{"candidates":[{"content":{"role":"model","parts":[{"text":""}]},"finishReason":"STOP"}],
			"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":7,"totalTokenCount":12}}""");

	/** Two candidates, as Gemini 1.5 streams them: with a reason in every piece. */
	static final List<String> CANDIDATES = List.of("""
			{"candidates":[{"content":{"parts":[{"text":"Yes"}],"role":"model"},"finishReason":"STOP","index":0},
			{"content":{"parts":[{"text":"N"}],"role":"model"},"finishReason":"STOP","index":1}],
			"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":2,"totalTokenCount":6}}""", """
			{"candidates":[{"content":{"parts":[{"text":"o"}],"role":"model"},"finishReason":"MAX_TOKENS","index":1}],
			"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":3,"totalTokenCount":7}}""");

	static final List<String> BLOCKED = List.of("""
			{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":11,
			"totalTokenCount":11},"modelVersion":"gemini-2.5-flash","responseId":"r-4"}""");

	/** Code that Google ran, an image, and a signature on the text. */
	static final List<String> PARTS = List.of("""
			{"candidates":[{"content":{"role":"model","parts":[
			{"executableCode":{"language":"PYTHON","code":"print(1)"}},
			{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1\\n"}},
			{"inlineData":{"mimeType":"image/png","data":"AAAA"}},
			{"inlineData":{"mimeType":"image/png","data":"AAAB"}},
			{"inlineData":{"mimeType":"image/png","data":"AAAC"},"thought":true},
			{"text":"It is 1.","thoughtSignature":"c2lnMw=="}]},"finishReason":"STOP"}],"responseId":"r-5"}""");

	static final List<List<String>> ALL = List.of(GROUNDED, CALLS, PARTIAL_CALL, CANDIDATES, BLOCKED, PARTS);

	private GeminiFixtures() {
	}

	static StreamTranslation translation(String model, String request) {
		return ChatToGemini.geminiApi(1 << 20)
			.translate(new TranslationRequest(bytes(request), model, false, null, 1_700_000_000));
	}

	static JsonNode answer(String body) {
		return Json.readAnswer(translation("gemini-2.5-pro", HELLO).answer(bytes(body)));
	}

	/**
	 * The events of a stream.
	 * @param pieces its documents
	 * @return the bytes that Google sends with {@code alt=sse}
	 */
	static byte[] events(List<String> pieces) {
		StringBuilder events = new StringBuilder();
		pieces.forEach((piece) -> events.append("data: ").append(piece.replace("\n", "")).append("\r\n\r\n"));
		return bytes(events.toString());
	}

	/**
	 * The list of a stream.
	 * @param pieces its documents
	 * @return the bytes that Google sends without {@code alt=sse}
	 */
	static byte[] list(List<String> pieces) {
		return bytes("[" + String.join("\n,\r\n", pieces) + "\n]\n");
	}

	static List<JsonNode> chunks(byte[] stream) {
		List<JsonNode> chunks = new ArrayList<>();
		new String(stream, StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("data: {"))
			.forEach((line) -> chunks.add(Json.readAnswer(bytes(line.substring("data: ".length())))));
		return chunks;
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
