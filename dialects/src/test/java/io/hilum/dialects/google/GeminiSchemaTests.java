package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.genai.types.Content;
import com.google.genai.types.GenerationConfig;
import com.google.genai.types.SafetySetting;
import com.google.genai.types.Tool;
import com.google.genai.types.ToolConfig;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.hilum.dialects.TranslationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds what {@link ChatToGemini} sends against Google's own schemas: for Vertex AI its
 * protocol buffers of {@code google.cloud.aiplatform.v1}, for the Gemini API the types of
 * its SDK. Proves that every field exists there, under this name, with a value of its
 * type (in the protocol buffers also every word of an enumeration); not that a model
 * accepts it.
 */
class GeminiSchemaTests {

	private static final ObjectMapper SDK = new ObjectMapper().registerModule(new Jdk8Module());

	private static final Map<String, Class<?>> TYPES = Map.of("contents", Content[].class, "systemInstruction",
			Content.class, "tools", Tool[].class, "toolConfig", ToolConfig.class, "generationConfig",
			GenerationConfig.class, "safetySettings", SafetySetting[].class);

	static Stream<String> requests() {
		return GeminiRequests.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("requests")
	void vertexKnowsEveryField(String request) {
		for (String model : new String[] { "gemini-2.5-flash", "gemini-3-flash-preview" }) {
			assertThatCode(() -> vertex(sent(ChatToGemini.vertexAi(1024), model, request))).doesNotThrowAnyException();
		}
	}

	@Test
	void vertexRefusesAFieldItDoesNotKnow() {
		assertThatExceptionOfType(InvalidProtocolBufferException.class)
			.isThrownBy(() -> vertex("{\"contents\":[{\"parts\":[{\"functionCall\":{\"id\":\"c\"}}]}]}"));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void geminiKnowsEveryField(String request) throws JsonProcessingException {
		for (String model : new String[] { "gemini-2.5-flash", "gemini-3-flash-preview" }) {
			gemini(sent(ChatToGemini.geminiApi(1024), model, request));
		}
	}

	@Test
	void geminiRefusesAFieldItDoesNotKnow() {
		assertThatExceptionOfType(UnrecognizedPropertyException.class)
			.isThrownBy(() -> gemini("{\"contents\":[{\"parts\":[{\"functionCall\":{\"surprise\":\"c\"}}]}]}"));
	}

	private static void vertex(String sent) throws InvalidProtocolBufferException {
		JsonFormat.parser().merge(sent, GenerateContentRequest.newBuilder());
	}

	private static void gemini(String sent) throws JsonProcessingException {
		JsonNode body = SDK.readTree(sent);
		for (Map.Entry<String, JsonNode> field : body.properties()) {
			assertThat(TYPES).containsKey(field.getKey());
			SDK.treeToValue(field.getValue(), TYPES.get(field.getKey()));
		}
	}

	private static String sent(ChatToGemini translator, String model, String request) {
		return new String(translator
			.translate(new TranslationRequest(request.getBytes(StandardCharsets.UTF_8), model, false, null, 0))
			.request(), StandardCharsets.UTF_8);
	}

}
