package io.hilum.gateway.chat.wire;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemberName}.
 */
class MemberNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "mrn", "firstName", "first_name", "line2", "icd10Codes" })
	void knowsNamesOfFields(String name) {
		assertThat(MemberName.isField(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Irma", "irma peter", "irma.peter@example.org", "964741", "mrn964741", "josé",
			"[NAME_7KQ2]", "555-1234", "\u0430nna" })
	void searchesOthers(String name) {
		assertThat(MemberName.isField(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"a\"", "\"\\\"\"", "\"\\\\\"", "\"a\\\\\\\"b\"", "\"\\u00e9\"", "\"é\"" })
	void findsTheEnd(String name) {
		byte[] json = ("{" + name + ":\"x\"}").getBytes(StandardCharsets.UTF_8);
		assertThat(MemberName.end(json, 1)).isEqualTo(1 + name.getBytes(StandardCharsets.UTF_8).length);
	}

}
