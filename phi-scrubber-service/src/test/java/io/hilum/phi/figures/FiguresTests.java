package io.hilum.phi.figures;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.hilum.phi.scrub.Examiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Floors under the figures of the evaluation sets. They are what was reached, less a
 * little: a change that finds less fails here, one that finds more raises them.
 */
class FiguresTests {

	private static final Examiner EXAMINER = Examiner
		.withAllDetectors(Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC));

	private static final Map<String, Figures> KNOWN = new HashMap<>();

	@ParameterizedTest
	@CsvSource({ "ward, 98.8, 97.2, 99.9", "desk, 98.5, 97.5, 99.9", "kept, 98.3, 94.7, 99.9",
			"fresh, 96.7, 97.1, 98.6", "rounds, 97.3, 97.3, 99.4", "final, 95.0, 96.1, 95.6", "seen, 93.4, 93.9, 98.4",
			"unseen, 88.4, 93.8, 86.7", "odd, 97.0, 96.0, 99.9", "aside, 94.2, 88.3, 98.4", "field, 91.9, 95.3, 94.4",
			"beyond, 91.5, 95.9, 95.0" })
	void findsAsMuchAsBefore(String set, double cover, double names, double structured) {
		Figures figures = figures(set);
		assertThat(figures.cover()).as("cover").isGreaterThanOrEqualTo(cover);
		assertThat(figures.names()).as("cover of names").isGreaterThanOrEqualTo(names);
		assertThat(figures.structured()).as("cover of what has a form; leaks: %s", figures.structuredLeaks())
			.isGreaterThanOrEqualTo(structured);
	}

	@ParameterizedTest
	@CsvSource({ "ward, 8.0, 13", "desk, 5.2, 0", "kept, 14.2, 0", "fresh, 14.5, 2", "rounds, 12.9, 2",
			"final, 33.6, 29", "seen, 35.4, 20", "unseen, 39.9, 21", "odd, 28.2, 13", "aside, 31.9, 23",
			"field, 25.5, 16", "beyond, 28.9, 8" })
	void leavesAsMuchAsBefore(String set, double wrong, double negative) {
		Figures figures = figures(set);
		assertThat(figures.wrongPerThousand()).as("wrong letters").isLessThanOrEqualTo(wrong);
		assertThat(figures.negative().percent()).as("prompts without identifiers").isLessThanOrEqualTo(negative);
	}

	@Test
	void hasEveryTypeInTheSets() {
		Map<String, Tally> types = new HashMap<>(figures("ward").types());
		types.putAll(figures("desk").types());
		assertThat(types).hasSize(19);
	}

	private static Figures figures(String set) {
		return KNOWN.computeIfAbsent(set, (name) -> Scorer.score(EXAMINER,
				LabelledPrompt.read(Path.of("src/test/resources/evaluation", name + ".jsonl"))));
	}

}
