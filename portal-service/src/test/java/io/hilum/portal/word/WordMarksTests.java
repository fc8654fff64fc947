package io.hilum.portal.word;

import java.util.Arrays;
import java.util.List;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WordMarks} and {@link Words}.
 */
class WordMarksTests {

	private final WordMarks marks = new WordMarks(AesGcm.randomKey());

	@Test
	void comparesWordsWithoutCaseAndAccents() {
		assertThat(Words.of("José Núñez, MRN-48121; İstanbul ﬁle", 10)).containsExactly("jose", "nunez", "mrn", "48121",
				"istanbul", "file");
		assertThat(Words.of("Żółkowska Sørensen GROẞ Đorđe", 10)).containsExactly("zolkowska", "sorensen", "gross",
				"dorde");
		assertThat(Words.of("a b a c", 2)).containsExactly("a", "b");
		assertThat(Words.of(" \n\t—", 10)).isEmpty();
	}

	@Test
	void findsWholeWordsInTexts() {
		Long[] text = this.marks.ofText(PhiText.of("Amiodarone was stopped"), 100);
		assertThat(text).hasSize(3);
		assertThat(isFound("AMIODARONE", text)).isTrue();
		assertThat(isFound("stopped amiodarone", text)).isTrue();
		assertThat(isFound("amio", text)).isFalse();
		assertThat(isFound("amiodarone started", text)).isFalse();
	}

	@Test
	void findsBeginningsInTitles() {
		Long[] title = this.marks.ofTitle(PhiText.of("Follow-up Quillfeather"), 100);
		assertThat(isFound("qu", title)).isTrue();
		assertThat(isFound("quillfeat", title)).isTrue();
		assertThat(isFound("Quillfeather fol", title)).isTrue();
		assertThat(isFound("feather", title)).isFalse();
	}

	@Test
	void saysNothingWithoutTheKey() {
		PhiText text = PhiText.of("Amiodarone was stopped");
		assertThat(new WordMarks(AesGcm.randomKey()).ofText(text, 100))
			.doesNotContainAnyElementsOf(List.of(this.marks.ofText(text, 100)));
	}

	@Property(tries = 300)
	void findsEveryWordOfEveryText(@ForAll String text) {
		Long[] found = this.marks.ofText(PhiText.of(text), 1000);
		assertThat(this.marks.ofQuery(PhiText.of(text), 1000))
			.allMatch((wanted) -> Arrays.stream(wanted).anyMatch(List.of(found)::contains));
	}

	private boolean isFound(String query, Long[] in) {
		return this.marks.ofQuery(PhiText.of(query), 8)
			.stream()
			.allMatch((wanted) -> Arrays.stream(wanted).anyMatch(List.of(in)::contains));
	}

}
