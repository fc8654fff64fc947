package io.hilum.systemtests.corpus;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabelledPrompts}: a wrong label would let a leak pass.
 */
class LabelledPromptsTests {

	private final List<LabelledPrompt> prompts = LabelledPrompts.builtIn();

	@Test
	void holdsSixtyPromptsOrMoreWithIdsOfTheirOwn() {
		assertThat(this.prompts).hasSizeGreaterThanOrEqualTo(60);
		assertThat(this.prompts).extracting(LabelledPrompt::id).doesNotHaveDuplicates();
	}

	@Test
	void marksWholeWords() {
		for (LabelledPrompt prompt : this.prompts) {
			for (LabelledPrompt.Span span : prompt.spans()) {
				String marked = span.in(prompt.text());
				assertThat(marked).as(prompt.id()).isEqualTo(marked.strip()).isNotEmpty();
				assertThat(prompt.text()).as(prompt.id()).contains(marked);
			}
		}
	}

	@Test
	void coversEveryTypeThatHasAFormOfItsOwn() {
		Set<String> types = this.prompts.stream()
			.flatMap((prompt) -> prompt.spans().stream())
			.map(LabelledPrompt.Span::type)
			.collect(Collectors.toSet());
		assertThat(types).contains("NAME", "LOCATION", "DATE", "AGE", "PHONE", "FAX", "EMAIL", "SSN", "MRN",
				"HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "BIOMETRIC", "PHOTO",
				"OTHER_ID");
	}

	@Test
	void countsOffsetsInCodePoints() {
		LabelledPrompt prompt = new LabelledPrompt("x", "x", "🩺 call 555-0100",
				List.of(new LabelledPrompt.Span(7, 15, "PHONE", false)));
		assertThat(prompt.structuredIdentifiers()).containsExactly("555-0100");
	}

	@Test
	void leavesOutWhatTheLabelsCallOptional() {
		LabelledPrompt prompt = new LabelledPrompt("x", "x", "a@b.example",
				List.of(new LabelledPrompt.Span(0, 11, "EMAIL", true)));
		assertThat(prompt.structuredIdentifiers()).isEmpty();
	}

}
