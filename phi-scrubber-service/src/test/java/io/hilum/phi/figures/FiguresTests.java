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
	@CsvSource({ "ward, 98.6, 96.8, 99.9", "desk, 97.7, 95.4, 99.9", "kept, 97.9, 94.6, 99.3",
			"fresh, 95.4, 95.6, 98.3", "rounds, 95.8, 96.5, 97.2", "final, 94.7, 95.2, 95.1" })
	void findsAsMuchAsBefore(String set, double cover, double names, double structured) {
		Figures figures = figures(set);
		assertThat(figures.cover()).as("cover").isGreaterThanOrEqualTo(cover);
		assertThat(figures.names()).as("cover of names").isGreaterThanOrEqualTo(names);
		assertThat(figures.structured()).as("cover of what has a form; leaks: %s", figures.structuredLeaks())
			.isGreaterThanOrEqualTo(structured);
	}

	@ParameterizedTest
	@CsvSource({ "ward, 10, 0", "desk, 6, 2", "kept, 12, 2", "fresh, 22, 8", "rounds, 33, 20", "final, 43, 31" })
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
