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
	@CsvSource({ "ward, 98.6, 96.8, 99.9", "desk, 97.7, 95.4, 99.9", "kept, 98.0, 94.6, 99.4",
			"fresh, 95.3, 95.3, 98.3", "rounds, 97.1, 96.9, 99.2", "final, 94.7, 95.3, 95.3" })
	void findsAsMuchAsBefore(String set, double cover, double names, double structured) {
		Figures figures = figures(set);
		assertThat(figures.cover()).as("cover").isGreaterThanOrEqualTo(cover);
		assertThat(figures.names()).as("cover of names").isGreaterThanOrEqualTo(names);
		assertThat(figures.structured()).as("cover of what has a form; leaks: %s", figures.structuredLeaks())
			.isGreaterThanOrEqualTo(structured);
	}

	@ParameterizedTest
	@CsvSource({ "ward, 8, 0", "desk, 6, 2", "kept, 12, 2", "fresh, 13, 4", "rounds, 13, 8", "final, 38, 31" })
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
