package io.hilum.gateway.phi;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hilum.trust.text.PhiText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as an answer: cut anywhere it is restored as the whole is. The first byte
 * says how long the pieces are.
 */
class RestorerFuzzTests {

	private static final Restorer RESTORER = Restorer.of(Map.of("[NAME_7KQ2]", PhiText.of("Irma \"Zoë\" Peter"),
			"[NAME_7KQ2_M4TX]", PhiText.of("Peter"), "[OTHER_ID_2]", PhiText.of("[NAME_7KQ2]\\\n😀")));

	@FuzzTest(maxDuration = "10m")
	void restoresPiecesAsTheWhole(byte[] input) {
		if (input.length == 0) {
			return;
		}
		int size = 1 + (input[0] & 0x1f);
		String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
		for (Form form : Form.values()) {
			RestoringStream stream = RESTORER.stream(form);
			StringBuilder pieces = new StringBuilder();
			for (int from = 0; from < text.length(); from += size) {
				pieces.append(stream.push(text.substring(from, Math.min(text.length(), from + size))));
			}
			assertThat(pieces.append(stream.finish()).toString()).isEqualTo(RESTORER.restore(text, form));
		}
	}

}
