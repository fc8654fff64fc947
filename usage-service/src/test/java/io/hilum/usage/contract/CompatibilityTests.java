package io.hilum.usage.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each event against what was promised: {@code contracts/baseline} has the schemas as
 * they were last published.
 */
class CompatibilityTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@ParameterizedTest
	@ValueSource(
			strings = { "usage-recorded-v1", "audit-recorded-v1", "access-changed-v1", "budget-threshold-reached-v1" })
	void readersOfThePublishedSchemaCanReadThePresentOne(String name) {
		assertThat(Compatibility.breaks(read("baseline", name), read("events", name))).isEmpty();
	}

	@Test
	void aNewFieldBreaksNothing() {
		assertThat(breaks((schema) -> schema.replace("\"requestId\": {",
				"\"shoeSize\": {\"type\": \"integer\"}, \"requestId\": {")))
			.isEmpty();
	}

	@Test
	void findsEachWayToBreakAReader() {
		assertThat(breaks((schema) -> schema.replace("\"requestId\": {", "\"requestID\": {")))
			.contains("/requestId is gone");
		assertThat(breaks((schema) -> schema.replace("\"crashed\"", "\"crashed\", \"bored\"")))
			.contains("/outcome takes more by its enum");
		assertThat(breaks((schema) -> schema.replaceFirst("(\"subject\": \\{\\s*\"type\": )\"string\"",
				"$1[\"string\", \"null\"]")))
			.contains("/subject takes more by its type");
		assertThat(breaks((schema) -> schema.replace("\"cachedInput\",", "")))
			.contains("/tokens/cachedInput may be left out");
		assertThat(breaks((schema) -> schema.replace("\"format\": \"date-time\",", "")))
			.contains("/time has another format");
	}

	private static List<String> breaks(UnaryOperator<String> change) {
		String published = text("baseline", "usage-recorded-v1");
		String changed = change.apply(published);
		assertThat(changed).as("the change takes place").isNotEqualTo(published);
		return Compatibility.breaks(JSON.readTree(published), JSON.readTree(changed));
	}

	private static JsonNode read(String folder, String name) {
		return JSON.readTree(text(folder, name));
	}

	private static String text(String folder, String name) {
		try (InputStream in = CompatibilityTests.class
			.getResourceAsStream("/contracts/" + folder + "/" + name + ".schema.json")) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
