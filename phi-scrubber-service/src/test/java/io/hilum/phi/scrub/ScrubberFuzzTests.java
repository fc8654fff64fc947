package io.hilum.phi.scrub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as a text: they are masked without an exception, what is masked leads back to
 * what stood there, and the same text gives the same answer.
 */
class ScrubberFuzzTests {

	@FuzzTest(maxDuration = "10m")
	void leadsBackToWhatStoodThere(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		ScrubResult.Scrubbed masked = ScrubFixtures.pseudonymise("c", text);
		assertThat(ScrubFixtures.restore(masked.texts().getFirst(), masked.pseudonyms())).isEqualTo(text);
		assertThat(ScrubFixtures.pseudonymise("c", text)).isEqualTo(masked);
		masked.pseudonyms()
			.keySet()
			.forEach((pseudonym) -> assertThat(text.toUpperCase(Locale.ROOT)).doesNotContain(pseudonym));
		assertThat(ScrubFixtures.SCRUBBER.scrub(List.of(text), "c", ScrubMode.REDACT))
			.isInstanceOf(ScrubResult.Scrubbed.class);
	}

}
