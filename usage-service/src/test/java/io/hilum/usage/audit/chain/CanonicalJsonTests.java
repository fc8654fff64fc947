package io.hilum.usage.audit.chain;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link CanonicalJson}.
 */
class CanonicalJsonTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void writesTheExampleOfTheStandard() {
		// RFC 8785 section 3.2.3, without its numbers that are no integers.
		String text = "{\"numbers\": [333333333, 4, 2, 0], \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
				+ " \"literals\": [null, true, false]}";
		assertThat(canonical(text)).isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333,4,2,0],"
				+ "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
	}

	@Test
	void sortsNamesByTheirUnits() {
		// RFC 8785 section 3.2.3: the order of UTF-16 units, in which a surrogate comes
		// before U+FB33.
		assertThat(canonical("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"1\":4,\"\\r\":5}"))
			.isEqualTo("{\"\\r\":5,\"1\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
	}

	@Test
	void refusesWhatHasNoOneForm() {
		for (String text : new String[] { "1.5", "1e3", "9007199254740993", "123456789012345678901234567890",
				"\"\\ud83d\"", "\"\\ude00x\"" }) {
			assertThatThrownBy(() -> canonical(text)).as(text).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Property(tries = 300)
	void isReadBackAsItWas(
			@ForAll @Size(max = 6) Map<@StringLength(max = 8) String, @StringLength(max = 20) String> map) {
		var tree = JSON.valueToTree(map);
		try {
			String text = CanonicalJson.write(tree);
			assertThat(JSON.readTree(text)).isEqualTo(tree);
			assertThat(canonical(text)).isEqualTo(text);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("surrogate");
		}
	}

	private static String canonical(String text) {
		return CanonicalJson.write(JSON.readTree(text));
	}

}
