package io.hilum.routing.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever else is in a body: it reaches the provider byte for byte.
 */
class UnknownFieldsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final BodyScanner SCANNER = new BodyScanner(50, 1 << 20);

	private static final List<String> KNOWN = List.of("\"model\":\"asked\"", "\"stream\":true", "\"max_tokens\": 70",
			"\"hilum\":{\"x\":[1,{\"y\":\"}\"}]}", "\"stream_options\" :{\"z\":1}");

	@Property(tries = 300)
	void unknownFieldsStayAsTheyAre(@ForAll("fields") Map<String, String> unknown, @ForAll("spaces") String space,
			@ForAll long order) {
		List<String> members = new ArrayList<>(KNOWN);
		unknown.forEach((name, value) -> members.add("\"x_" + name + "\"" + space + ":" + value));
		Collections.shuffle(members, new Random(order));
		String body = space + "{" + space + String.join(space + "," + space, members) + "}" + space;

		byte[] sent = SCANNER.scan(body.getBytes(StandardCharsets.UTF_8), Endpoint.CHAT_COMPLETIONS)
			.with(new BodyEdits("served", 12, "max_tokens"));

		String text = new String(sent, StandardCharsets.UTF_8);
		unknown.forEach((name, value) -> assertThat(text).contains("\"x_" + name + "\"" + space + ":" + value));
		JsonNode read = JSON.readTree(text);
		assertThat(read.path("model").asString()).isEqualTo("served");
		assertThat(read.path("max_tokens").asInt()).isEqualTo(12);
		assertThat(read.path("stream_options").path("include_usage").asBoolean()).isTrue();
		assertThat(read.path("stream_options").path("z").asInt()).isOne();
		assertThat(read.has("hilum")).isFalse();
		assertThat(read.size()).isEqualTo(4 + unknown.size());
	}

	@Provide
	Arbitrary<Map<String, String>> fields() {
		Arbitrary<String> names = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
		Arbitrary<String> texts = Arbitraries.strings()
			.withCharRange(' ', '\uD7FF')
			.ofMaxLength(12)
			.map(JSON::writeValueAsString);
		Arbitrary<String> numbers = Arbitraries.of("0", "-1.50", "1e3", "123456789012345678901234567890", "true",
				"null");
		Arbitrary<String> scalars = Arbitraries.oneOf(texts, numbers);
		Arbitrary<String> nested = Combinators.combine(scalars, scalars)
			.as((one, two) -> "{ \"model\":" + one + ",\"a\" : [" + two + " , {\"stream\":" + one + "}]}");
		return Arbitraries.maps(names, Arbitraries.oneOf(scalars, nested)).ofMaxSize(5);
	}

	@Provide
	Arbitrary<String> spaces() {
		return Arbitraries.of("", " ", "\n", "\r\n\t ");
	}

}
