package io.hilum.systemtests.corpus;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.systemtests.corpus.LabelledPrompt.Span;
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
			for (Span span : prompt.spans()) {
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
			.map(Span::type)
			.collect(Collectors.toSet());
		assertThat(types).contains("NAME", "LOCATION", "DATE", "AGE", "PHONE", "FAX", "EMAIL", "SSN", "MRN",
				"HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "BIOMETRIC", "PHOTO",
				"OTHER_ID");
	}

	@Test
	void countsOffsetsInCodePoints() {
		LabelledPrompt prompt = prompt("🩺 call 555-0100", new Span(7, 15, "PHONE", false));
		assertThat(prompt.leaksInto("call 555-0100.")).containsExactly("555-0100");
		assertThat(prompt.leaksInto("call [PHONE_7KQ2].")).isEmpty();
	}

	@Test
	void leavesOutWhatTheLabelsCallOptionalAndWhatHasNoFormOfItsOwn() {
		assertThat(prompt("a@b.example", new Span(0, 11, "EMAIL", true)).leaksInto("a@b.example")).isEmpty();
		assertThat(prompt("Irma", new Span(0, 4, "NAME", false)).leaksInto("Irma")).isEmpty();
	}

	@Test
	void takesPartsOfLongerNumbersForNoLeak() {
		assertThat(prompt("MRN 4821", new Span(4, 8, "MRN", false)).leaksInto("MRN 14821 or A4821")).isEmpty();
	}

	@Test
	void allowsWhatStandsInThePromptWithAnotherMeaning() {
		LabelledPrompt prompt = prompt("3/6 systolic murmur on 3/6", new Span(23, 26, "DATE", false));
		assertThat(prompt.leaksInto("3/6 systolic murmur on [DATE_7KQ2]")).isEmpty();
		assertThat(prompt.leaksInto("3/6 systolic murmur on 3/6")).containsExactly("3/6");
	}

	private static LabelledPrompt prompt(String text, Span span) {
		return new LabelledPrompt("x", "x", text, List.of(span));
	}

}
