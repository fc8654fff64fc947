package io.hilum.agents.evidence;

import io.hilum.trust.text.PhiText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Evidence} and {@link Negation}.
 */
class EvidenceTests {

	private static final String NOTE = "67-year-old man.  He has\ntype 2 diabetes; A1c 8.1 % \u2013 on metformin.\nNo chest pain.";

	private final Evidence evidence = new Evidence();

	EvidenceTests() {
		this.evidence.add(new Source(Source.NOTE, PhiText.of("note"), PhiText.of(NOTE)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "He has type 2 diabetes", "he has  type 2\ndiabetes", "A1c 8.1 % - on metformin.",
			"No chest pain.", "67-year-old man" })
	void holdsWhatStandsInTheText(String quotation) {
		assertThat(this.evidence.holds(Source.NOTE, quotation)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "diabetes", "a m", "type 2 diabet", "He has type 1 diabetes", "chest pain on exertion",
			"type 2 diabetes, A1c 8.1 %" })
	void holdsNothingElse(String quotation) {
		assertThat(this.evidence.holds(Source.NOTE, quotation)).isFalse();
	}

	@Test
	void knowsOnlyItsOwnSources() {
		assertThat(this.evidence.holds("other", "He has type 2 diabetes")).isFalse();
		this.evidence.add(new Source(Source.NOTE, PhiText.of("again"), PhiText.of("another text of the same name")));
		assertThat(this.evidence.holds(Source.NOTE, "another text of")).isFalse();
	}

	@Property(tries = 300)
	void holdsEverySentenceOfItself(@ForAll @IntRange(max = 30) int from) {
		String[] words = NOTE.split("\\s+");
		int start = from % (words.length - 4);
		String quotation = String.join(" ", words[start], words[start + 1], words[start + 2], words[start + 3]);
		assertThat(this.evidence.holds(Source.NOTE, quotation)).isTrue();
	}

	@Property(tries = 300)
	void neverFails(@ForAll String text, @ForAll String quotation) {
		Evidence any = new Evidence();
		any.add(new Source("t", PhiText.of("t"), PhiText.of(text)));
		any.holds("t", quotation);
		assertThat(Negation.asserts(text)).isIn(true, false);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "No chest pain.;false", "Patient denies chest pain, dyspnea.;true",
			"Denies chest pain and dyspnea.;false", "Pneumonia was ruled out.;false", "Possible pneumonia.;false",
			"She has no fever but has pneumonia.;true", "Type 2 diabetes with neuropathy.;true",
			"Family history of colon cancer.;false", "Patient with no chest pain.;false",
			"Atrial fibrillation, not anticoagulated.;true", "The patient was without evidence of stroke.;false" })
	void knowsWhatAssertsNothing(String sentence, boolean asserts) {
		assertThat(Negation.asserts(sentence)).isEqualTo(asserts);
	}

}
