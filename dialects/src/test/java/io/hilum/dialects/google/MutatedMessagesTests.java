package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Exchanges every single value of requests and answers for values of other types. A
 * request is then refused by name, or conforms to Google's protocol buffers; an answer is
 * read as far as it can be, or is broken.
 */
class MutatedMessagesTests {

	private static final List<String> VALUES = List.of("null", "true", "-1", "1.5", "99999999999999999999", "\"text\"",
			"\"\"", "[]", "[1]", "[{}]", "{}", "{\"type\":\"x\"}");

	static Stream<String> requests() {
		return GeminiRequests.ALL.stream();
	}

	static Stream<String> answers() {
		return GeminiFixtures.ALL.stream().flatMap(List::stream);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void requestIsRefusedByNameOrConforms(String request) {
		for (String mutated : mutations(request)) {
			try {
				byte[] sent = ChatToGemini.vertexAi(1024)
					.translate(new TranslationRequest(GeminiFixtures.bytes(mutated), "gemini-3-flash", false, null, 0))
					.request();
				JsonFormat.parser()
					.merge(new String(sent, StandardCharsets.UTF_8), GenerateContentRequest.newBuilder());
			}
			catch (UntranslatableException ex) {
				assertThat(ex.param()).as(mutated).isNotEmpty();
			}
			catch (InvalidProtocolBufferException ex) {
				fail(mutated, ex);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("answers")
	void answerIsReadOrBroken(String answer) {
		int read = 0;
		for (String mutated : mutations(answer)) {
			try {
				assertThat(GeminiFixtures.answer(mutated).path("choices")).as(mutated).isNotEmpty();
				read++;
			}
			catch (BrokenAnswerException ex) {
				assertThat(ex.getMessage()).as(mutated).isNotEmpty();
			}
		}
		assertThat(read).isPositive();
	}

	private static List<String> mutations(String document) {
		List<String> mutations = new ArrayList<>();
		ObjectNode root = Json.readAnswer(GeminiFixtures.bytes(document));
		collect(root, root, mutations);
		return mutations;
	}

	private static void collect(ObjectNode root, JsonNode node, List<String> mutations) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode before = object.get(name);
				VALUES.forEach((value) -> {
					object.set(name, Json.readLeniently(GeminiFixtures.bytes(value)));
					mutations.add(root.toString());
				});
				object.set(name, before);
				collect(root, before, mutations);
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				JsonNode before = array.get(i);
				for (String value : VALUES) {
					array.set(i, Json.readLeniently(GeminiFixtures.bytes(value)));
					mutations.add(root.toString());
				}
				array.set(i, before);
				collect(root, before, mutations);
			}
		}
	}

}
