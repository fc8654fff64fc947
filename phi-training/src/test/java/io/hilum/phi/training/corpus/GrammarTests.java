package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A template becomes a text.
 */
class GrammarTests {

	private static final Sources SOURCES = Sources.load(Split.ALL);

	@Test
	void choosesFollowsRulesAndKeepsEscapedSymbols() {
		assertThat(written("== f", "a(b|b)\\(c\\|d\\)\\n{@r}", "@r", "end")).isEqualTo("ab(c|d)\nend");
	}

	@Test
	void keepsAPersonThroughAText() {
		String text = written("== f", "{p.first}/{p.first}/{p.last}/{p.last}");
		String[] parts = text.split("/", -1);
		assertThat(parts[0]).isEqualTo(parts[1]);
		assertThat(parts[2]).isEqualTo(parts[3]);
	}

	@Test
	void refusesAnUnknownSlotAndRuleAndAnOpenBracket() {
		assertThatIllegalStateException().isThrownBy(() -> written("== f", "{nothing}"));
		assertThatIllegalStateException().isThrownBy(() -> written("== f", "{@nothing}"));
		assertThatIllegalStateException().isThrownBy(() -> written("== f", "a(b"));
	}

	private static String written(String... lines) {
		Grammar grammar = new Grammar();
		grammar.read(List.of(lines));
		SplittableRandom random = new SplittableRandom(5);
		Draft draft = new Draft();
		grammar.write("f", new Slots(SOURCES, random), random, draft);
		return draft.finish("f").text();
	}

}
