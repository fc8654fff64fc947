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
	@CsvSource({ "ward, 98.8, 97.4, 99.9", "desk, 98.4, 97.2, 99.9", "kept, 98.2, 95.2, 99.4",
			"fresh, 95.9, 96.1, 98.3", "rounds, 97.2, 97.1, 99.2", "final, 94.8, 95.4, 95.3", "seen, 92.6, 93.4, 98.3",
			"unseen, 85.9, 90.0, 84.8" })
	void findsAsMuchAsBefore(String set, double cover, double names, double structured) {
		Figures figures = figures(set);
		assertThat(figures.cover()).as("cover").isGreaterThanOrEqualTo(cover);
		assertThat(figures.names()).as("cover of names").isGreaterThanOrEqualTo(names);
		assertThat(figures.structured()).as("cover of what has a form; leaks: %s", figures.structuredLeaks())
			.isGreaterThanOrEqualTo(structured);
	}

	@ParameterizedTest
	@CsvSource({ "ward, 7.2, 0", "desk, 5.2, 0", "kept, 11.5, 0", "fresh, 11.8, 4", "rounds, 11.6, 4", "final, 36, 31",
			"seen, 44.5, 24", "unseen, 43.5, 27" })
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
