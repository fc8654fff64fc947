package io.hilum.phi.training.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.tagger.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of a seed are always the same, are marked where their names are, and those of
 * learning and judging have no template in common.
 */
class CorpusTests {

	@Test
	void writesTheSameTextsForTheSameSeed() {
		List<Labelled> first = new Corpus(Split.ALL, new SplittableRandom(7)).next(50);
		List<Labelled> second = new Corpus(Split.ALL, new SplittableRandom(7)).next(50);
		List<Labelled> other = new Corpus(Split.ALL, new SplittableRandom(8)).next(50);
		assertThat(second).isEqualTo(first);
		assertThat(other).isNotEqualTo(first);
	}

	@Test
	void marksWhatLiesWithinTheText() {
		for (Labelled labelled : new Corpus(Split.ALL, new SplittableRandom(3)).next(2000)) {
			int last = 0;
			for (Labelled.Mark mark : labelled.marks()) {
				assertThat(mark.start()).isGreaterThanOrEqualTo(last);
				assertThat(mark.end()).isBetween(mark.start() + 1, labelled.text().length());
				last = mark.end();
			}
		}
	}

	@Test
	void opensEveryFamilyWithoutAGapInItsGrammar() {
		Corpus corpus = new Corpus(Split.ALL, new SplittableRandom(1));
		Set<String> seen = new HashSet<>();
		corpus.next(6000).forEach((labelled) -> {
			seen.add(labelled.family());
			assertThat(labelled.text()).doesNotContain("{@").doesNotContainPattern("\\{[a-z](\\.[A-Za-z]+)?\\}");
		});
		assertThat(seen).containsExactlyInAnyOrderElementsOf(corpus.families());
	}

	@Test
	void partsLearningFromJudging() {
		List<String> learning = new Corpus(Split.LEARNING, new SplittableRandom(1)).families();
		List<String> judging = new Corpus(Split.JUDGING, new SplittableRandom(1)).families();
		assertThat(learning).hasSizeGreaterThan(30).doesNotContainAnyElementsOf(judging);
		assertThat(judging).hasSizeGreaterThan(9);
	}

	@Test
	void tagsTheTokensOfAMark() {
		Labelled labelled = new Labelled("Seen by Ana O'Dell today", List.of(new Labelled.Mark(8, 18, Kind.NAME)),
				"none");
		int begin = Tag.NAME_BEGIN.ordinal();
		int inside = Tag.NAME_INSIDE.ordinal();
		assertThat(labelled.tags(new Document(labelled.text()))).containsExactly(0, 0, begin, inside, inside, inside,
				0);
	}

}
