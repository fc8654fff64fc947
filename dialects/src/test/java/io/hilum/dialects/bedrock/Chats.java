package io.hilum.dialects.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Calls of the translator, and what comes out of it, read.
 */
final class Chats {

	static final String CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final JsonMapper LENIENT = JsonMapper.builder()
		.enable(tools.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
		.build();

	private Chats() {
	}

	/**
	 * Translate a request, whole and streamed, and hold what is sent against AWS's
	 * service model.
	 */
	static StreamTranslation translate(String model, String request) {
		byte[] body = LENIENT.readTree(request).toString().getBytes(StandardCharsets.UTF_8);
		boolean onlyStreamed = request.contains("streamProcessingMode");
		StreamTranslation streamed = translate(model, body, true);
		StreamTranslation whole = translate(model, body, onlyStreamed);
		assertThat(ServiceModel.faultsOf(Json.readAnswer(streamed.request()), true)).isEmpty();
		assertThat(ServiceModel.faultsOf(Json.readAnswer(whole.request()), onlyStreamed)).isEmpty();
		return whole;
	}

	private static StreamTranslation translate(String model, byte[] body, boolean stream) {
		return new ChatToConverse(() -> "chatcmpl-1")
			.translate(new TranslationRequest(body, model, stream, null, 1_700_000_000));
	}

	static JsonNode sent(String model, String request) {
		return Json.mapper().readTree(translate(model, request).request());
	}

	static JsonNode sent(String request) {
		return sent(CLAUDE, request);
	}

	static JsonNode json(String text) {
		return Json.mapper().readTree(LENIENT.readTree(text).toString());
	}

	static StreamTranslation anyCall() {
		return translate(CLAUDE, "{'messages': [{'role': 'user', 'content': 'Hello'}]}");
	}

	static JsonNode answer(String converse) {
		return Json.mapper()
			.readTree(anyCall().answer(LENIENT.readTree(converse).toString().getBytes(StandardCharsets.UTF_8)));
	}

	static @Nullable UntranslatableException refused(String request) {
		return refused(CLAUDE, request);
	}

	static @Nullable UntranslatableException refused(String model, String request) {
		return catchThrowableOfType(UntranslatableException.class, () -> translate(model, request));
	}

	/** The data of all events, in order. */
	static List<String> streamed(byte[]... parts) {
		AnswerStream stream = anyCall().stream();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(stream.accept(part));
		}
		out.writeBytes(stream.end());
		List<String> data = new ArrayList<>();
		for (String event : out.toString(StandardCharsets.UTF_8).split("\n\n")) {
			if (!event.isEmpty()) {
				data.add(event.substring("data: ".length()));
			}
		}
		return data;
	}

}
