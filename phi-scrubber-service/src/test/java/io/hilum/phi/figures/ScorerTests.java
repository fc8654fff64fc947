package io.hilum.phi.figures;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Scorer} and {@link Core}.
 */
class ScorerTests {

	/** Finds whatever has an at sign. */
	private static final Function<String, List<Span>> FINDER = (text) -> Pattern.compile("\\S*@\\S*")
		.matcher(text)
		.results()
		.map((found) -> new Span(found.start(), found.end(), EntityType.EMAIL, 1, "test"))
		.toList();

	@Test
	void countsCodePointsAndLetters() {
		Figures figures = score("😀 mail jo@x.org now", mark(7, 15, "EMAIL"));
		assertThat(figures.types()).isEqualTo(Map.of("EMAIL", new Tally(1, 1)));
		assertThat(figures.wrong()).isEqualTo(new Tally(0, 7));
		assertThat(figures.clean()).isEqualTo(new Tally(1, 1));
		assertThat(figures.negative()).isEqualTo(Tally.NONE);
	}

	@Test
	void countsWhatIsMaskedBesides() {
		Figures figures = score("mail jo@x.org now");
		assertThat(figures.negative()).isEqualTo(new Tally(1, 1));
		assertThat(figures.wrong()).isEqualTo(new Tally(6, 13));
		assertThat(figures.wrongPerThousand()).isBetween(461.0, 462.0);
	}

	@Test
	void letsTheOptionalCountNeitherWay() {
		Figures figures = score("mail jo@x.org now", new LabelledPrompt.Mark(5, 13, "EMAIL", true));
		assertThat(figures.negative()).isEqualTo(new Tally(0, 1));
		assertThat(figures.wrong()).isEqualTo(new Tally(0, 7));
		assertThat(figures.types()).isEmpty();
	}

	@Test
	void namesWhatLeaks() {
		Figures figures = score("the word zzyzx, jo@x.org", mark(9, 14, "OTHER_ID"), mark(16, 24, "EMAIL"));
		assertThat(figures.leaks()).containsExactly("t OTHER_ID zzyzx");
		assertThat(figures.cover()).isEqualTo(50);
		assertThat(figures.structured()).isEqualTo(50);
		assertThat(figures.names()).isZero();
		assertThat(figures.clean()).isEqualTo(new Tally(0, 1));
	}

	@Test
	void asksForNoTitleAndNoProfession() {
		assertThat(Core.of("Dr. Ann O'Hara, MD", 0, 18, "NAME")).isEqualTo(new Core(4, 14));
		assertThat(Core.of("(O'Hara's)", 0, 10, "NAME")).isEqualTo(new Core(1, 7));
		assertThat(Core.of("101-year-old", 0, 12, "AGE")).isEqualTo(new Core(0, 3));
		assertThat(Core.of("Dr. A1", 0, 6, "MRN")).isEqualTo(new Core(0, 6));
	}

	private static Figures score(String text, LabelledPrompt.Mark... marks) {
		return Scorer.score(FINDER, List.of(new LabelledPrompt("t", text, List.of(marks), List.of())));
	}

	private static LabelledPrompt.Mark mark(int start, int end, String type) {
		return new LabelledPrompt.Mark(start, end, type, false);
	}

}
