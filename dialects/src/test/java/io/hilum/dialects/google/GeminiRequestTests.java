package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what {@link ChatToGemini} sends.
 */
class GeminiRequestTests {

	private static final Translator GEMINI = ChatToGemini.geminiApi(1024);

	private static final Translator VERTEX = ChatToGemini.vertexAi(1024);

	@Test
	void translatesInstructionAndSampling() {
		assertThat(sent(GEMINI, "gemini-2.5-flash", GeminiRequests.SAMPLING)).hasToString("""
				{"systemInstruction":{"parts":[{"text":"Be brief."},{"text":"Be kind."}]},\
				"contents":[{"role":"user","parts":[{"text":"Hi"}]}],\
				"generationConfig":{"temperature":0.5,"topP":0.9,"topK":40,"presencePenalty":0.1,\
				"frequencyPenalty":0.2,"seed":7,"maxOutputTokens":64,"candidateCount":2,\
				"stopSequences":["END","STOP"],"responseLogprobs":true,"logprobs":3,"responseModalities":["TEXT"]},\
				"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_ONLY_HIGH"}]}""");
	}

	@Test
	void translatesImagesSoundAndDocuments() {
		assertThat(sent(GEMINI, "gemini-2.5-flash", GeminiRequests.MEDIA).path("contents")).hasToString("""
				[{"role":"user","parts":[{"text":"What is this?"},\
				{"inlineData":{"mimeType":"image/png","data":"AAAA"}},\
				{"fileData":{"fileUri":"https://x.example/a/scan.JPG?sig=1","mimeType":"image/jpeg"}},\
				{"inlineData":{"mimeType":"audio/wav","data":"AAAB"}},\
				{"inlineData":{"mimeType":"application/pdf","data":"AAAC"}},\
				{"fileData":{"fileUri":"gs://bucket/film","mimeType":"video/mp4"}}]}]""");
		assertThat(sent(GEMINI, "gemini-3-pro-preview", GeminiRequests.MEDIA)
			.at("/contents/0/parts/1/mediaResolution/level")
			.asString()).isEqualTo("MEDIA_RESOLUTION_HIGH");
	}

	@Test
	void matchesResultsToCallsById() {
		assertThat(sent(GEMINI, "gemini-2.5-flash", GeminiRequests.TOOLS).path("contents")).hasToString("""
				[{"role":"user","parts":[{"text":"Look at both."}]},\
				{"role":"model","parts":[{"text":"I look."},\
				{"functionCall":{"name":"look","id":"c1","args":{"bed":1}},"thoughtSignature":"c2ln"},\
				{"functionCall":{"name":"look","id":"c2","args":{}}}]},\
				{"role":"user","parts":[\
				{"functionResponse":{"name":"look","id":"c1","response":{"occupied":true}}},\
				{"functionResponse":{"name":"look","id":"c2","response":{"output":"empty"}}}]},\
				{"role":"user","parts":[{"text":"Well?"}]}]""");
	}

	@Test
	void matchesResultsToCallsByOrderWhereThereAreNoIds() {
		JsonNode results = sent(VERTEX, "gemini-2.5-flash", GeminiRequests.TOOLS).at("/contents/2/parts");
		assertThat(results).hasToString("""
				[{"functionResponse":{"name":"look","response":{"occupied":true}}},\
				{"functionResponse":{"name":"look","response":{"output":"empty"}}}]""");
	}

	@Test
	void translatesFunctionsAndTheirChoice() {
		JsonNode sent = sent(GEMINI, "gemini-2.5-flash", GeminiRequests.TOOLS);
		assertThat(sent.path("tools")).hasToString("""
				[{"functionDeclarations":[{"name":"look","description":"Looks","parametersJsonSchema":\
				{"type":"object","properties":{"bed":{"type":"integer"}},"additionalProperties":false}},\
				{"name":"wait"}]}]""");
		assertThat(sent.path("toolConfig")).hasToString("""
				{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["look"]}}""");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			value = { "\"none\"; {\"mode\":\"NONE\"}", "\"required\"; {\"mode\":\"ANY\"}",
					"\"auto\"; {\"mode\":\"VALIDATED\"}", "null; {\"mode\":\"VALIDATED\"}",
					"{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"auto\",\"tools\":"
							+ "[{\"type\":\"function\",\"function\":{\"name\":\"wait\"}}]}};"
							+ "{\"mode\":\"VALIDATED\",\"allowedFunctionNames\":[\"wait\"]}" })
	void translatesEveryChoice(String choice, String expected) {
		String request = GeminiRequests.TOOLS.replace("{\"type\":\"function\",\"function\":{\"name\":\"look\"}}}",
				choice + "}");
		assertThat(sent(GEMINI, "gemini-2.5-flash", request).at("/toolConfig/functionCallingConfig"))
			.hasToString(expected);
	}

	@Test
	void marksCallsWhoseSignatureIsNotKnownForModelsThatWantOne() {
		String request = GeminiRequests.TOOLS.replace("\"extra_content\":{\"google\":{\"thought_signature\":\"c2ln\"}}",
				"\"index\":0");
		JsonNode calls = sent(GEMINI, "gemini-3-pro-preview", request).at("/contents/1/parts");
		assertThat(calls.at("/1/thoughtSignature").asString()).isEqualTo(Signatures.NOT_KNOWN);
		assertThat(calls.path(2).has("thoughtSignature")).isFalse();
		assertThat(sent(GEMINI, "gemini-2.5-pro", request).at("/contents/1/parts/1").has("thoughtSignature")).isFalse();
	}

	@Test
	void keepsNumbersOfResultsThatGoogleWouldRound() {
		String request = GeminiRequests.TOOLS.replace("{\\\"occupied\\\":true}", "{\\\"mrn\\\":12345678901234567}");
		assertThat(sent(GEMINI, "gemini-2.5-flash", request).at("/contents/2/parts/0/functionResponse/response"))
			.hasToString("{\"output\":\"{\\\"mrn\\\":12345678901234567}\"}");
	}

	@Test
	void translatesSchemaAndHistory() {
		assertThat(sent(GEMINI, "gemini-2.5-flash", GeminiRequests.STRUCTURED).path("generationConfig")).hasToString("""
				{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":\
				{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"type":["string","null"]}}},\
				"thinkingConfig":{"thinkingBudget":1024,"includeThoughts":true}}""");
		JsonNode history = sent(GEMINI, "gemini-2.5-flash", GeminiRequests.HISTORY);
		assertThat(history.at("/contents/1")).hasToString("""
				{"role":"model","parts":[{"text":"Here.","thoughtSignature":"c2ln"},\
				{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}""");
		assertThat(history.path("generationConfig")).hasToString("""
				{"responseModalities":["AUDIO"],\
				"speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Kore"}}}}""");
	}

	@Test
	void searchesTheWebWithoutATraceAtVertex() {
		assertThat(sent(GEMINI, "gemini-2.5-flash", GeminiRequests.GOOGLES_TOOLS).path("tools"))
			.hasToString("[{\"codeExecution\":{}},{\"urlContext\":{}},{\"googleSearch\":{}}]");
		assertThat(sent(VERTEX, "gemini-2.5-flash", GeminiRequests.GOOGLES_TOOLS).path("tools"))
			.hasToString("[{\"codeExecution\":{}},{\"urlContext\":{}},{\"enterpriseWebSearch\":{}}]");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "gemini-2.5-flash, none, {\"thinkingBudget\":0}",
			"gemini-2.5-flash, minimal, `{\"thinkingBudget\":1024,\"includeThoughts\":true}`",
			"gemini-2.5-pro, medium, `{\"thinkingBudget\":8192,\"includeThoughts\":true}`",
			"gemini-2.5-pro, high, `{\"thinkingBudget\":24576,\"includeThoughts\":true}`",
			"gemini-3-flash-preview, minimal, `{\"thinkingLevel\":\"MINIMAL\",\"includeThoughts\":true}`",
			"gemini-3-flash-preview, medium, `{\"thinkingLevel\":\"MEDIUM\",\"includeThoughts\":true}`",
			"gemini-3-pro-preview, minimal, `{\"thinkingLevel\":\"LOW\",\"includeThoughts\":true}`",
			"gemini-3-pro-preview, medium, `{\"thinkingLevel\":\"HIGH\",\"includeThoughts\":true}`",
			"publishers/google/models/gemini-3.1-pro, medium, `{\"thinkingLevel\":\"MEDIUM\",\"includeThoughts\":true}`",
			"gemini-3-pro-preview, xhigh, `{\"thinkingLevel\":\"HIGH\",\"includeThoughts\":true}`" })
	void thinksByTokensOrLevel(String model, String effort, String expected) {
		JsonNode sent = sent(GEMINI, model, request("\"reasoning_effort\":\"" + effort + "\""));
		assertThat(sent.at("/generationConfig/thinkingConfig")).hasToString(expected);
	}

	@Test
	void thinksAsGooglesOwnClientsSay() {
		JsonNode sent = sent(GEMINI, "gemini-3-flash-preview",
				request("\"extra_body\":{\"google\":{\"thinking_config\":"
						+ "{\"thinking_level\":\"low\",\"include_thoughts\":true}}}"));
		assertThat(sent.at("/generationConfig/thinkingConfig"))
			.hasToString("{\"includeThoughts\":true,\"thinkingLevel\":\"LOW\"}");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			value = { "\"extra_body\":{\"google\":{\"cached_content\":\"x\"}}; extra_body.google.cached_content",
					"\"surprise\":1; surprise", "\"logit_bias\":{\"1\":2}; logit_bias", "\"store\":true; store",
					"\"service_tier\":\"scale\"; service_tier", "\"service_tier\":1; service_tier",
					"\"prediction\":{}; prediction", "\"verbosity\":\"low\"; verbosity", "\"functions\":[]; functions",
					"\"response_format\":{\"type\":\"grammar\"}; response_format.type", "\"seed\":3000000000; seed",
					"\"reasoning_effort\":\"none\"; reasoning_effort",
					"\"tools\":[{\"type\":\"custom\",\"custom\":{}}]; tools[0].type",
					"\"tool_choice\":\"required\"; tool_choice",
					"\"web_search_options\":{\"user_location\":{}}; web_search_options.user_location",
					"\"audio\":{\"voice\":\"x\",\"format\":\"mp3\"}; audio.format",
					"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}],\"parallel_tool_calls\":false;"
							+ "parallel_tool_calls" })
	void refusesByNameWhatGoogleCannotDo(String field, String param) {
		refuses("gemini-3-pro-preview", request(field), param);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			value = { "{\"role\":\"user\",\"content\":\"a\",\"surprise\":1}; messages[0].surprise",
					"{\"role\":\"user\",\"content\":[{\"type\":\"hologram\"}]}; messages[0].content[0].type",
					"{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"ftp://x\"}}]};"
							+ "messages[0].content[0].image_url.url",
					"{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}}]};"
							+ "messages[0].content[0].file.file_id",
					"{\"role\":\"tool\",\"tool_call_id\":\"x\",\"content\":\"a\"}; messages[0].tool_call_id",
					"{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":"
							+ "{\"name\":\"f\",\"arguments\":\"[1\"}}]}; messages[0].tool_calls[0].function.arguments",
					"{\"role\":\"wizard\",\"content\":\"a\"}; messages[0].role" })
	void refusesMessagesThatGoogleCannotRead(String message, String param) {
		refuses("gemini-2.5-flash", "{\"messages\":[" + message + "]}", param);
	}

	@Test
	void wantsToKnowTheTypeOfAReferenceAtVertex() {
		String request = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
				+ "\"image_url\":{\"url\":\"https://x.example/scan\"}}]}]}";
		assertThat(sent(GEMINI, "gemini-2.5-flash", request).at("/contents/0/parts/0"))
			.hasToString("{\"fileData\":{\"fileUri\":\"https://x.example/scan\"}}");
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> sent(VERTEX, "gemini-2.5-flash", request));
	}

	@Test
	void asksForATierWhereThereAreSome() {
		for (String tier : new String[] { "flex", "priority" }) {
			String request = request("\"service_tier\":\"" + tier + "\"");
			assertThat(sent(GEMINI, "gemini-3.8-flash", request).path("serviceTier").asString()).isEqualTo(tier);
			assertThatExceptionOfType(UntranslatableException.class)
				.isThrownBy(() -> sent(VERTEX, "gemini-3.8-flash", request))
				.withMessageContaining("service_tier");
		}
		assertThat(sent(GEMINI, "gemini-3.8-flash", request("\"service_tier\":\"default\"")).has("serviceTier"))
			.isFalse();
	}

	private static void refuses(String model, String request, String param) {
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(() -> sent(GEMINI, model, request))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param.strip()));
	}

	private static String request(String field) {
		return GeminiFixtures.HELLO.replaceFirst("\\{", "{" + field.replace("\\", "\\\\") + ",");
	}

	private static JsonNode sent(Translator translator, String model, String request) {
		return Json.readAnswer(translator
			.translate(new TranslationRequest(request.getBytes(StandardCharsets.UTF_8), model, false, null, 0))
			.request());
	}

}
