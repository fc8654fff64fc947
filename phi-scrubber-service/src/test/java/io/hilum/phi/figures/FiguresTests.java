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
	@CsvSource({ "ward, 98.0, 96.5, 99.9", "desk, 96.5, 93.4, 99.9", "kept, 96.5, 92.0, 99.3",
			"fresh, 88.9, 94.0, 93.6" })
	void findsAsMuchAsBefore(String set, double cover, double names, double structured) {
		Figures figures = figures(set);
		assertThat(figures.cover()).as("cover").isGreaterThanOrEqualTo(cover);
		assertThat(figures.names()).as("cover of names").isGreaterThanOrEqualTo(names);
		assertThat(figures.structured()).as("cover of what has a form; leaks: %s", figures.structuredLeaks())
			.isGreaterThanOrEqualTo(structured);
	}

	@ParameterizedTest
	@CsvSource({ "ward, 19.5, 0", "desk, 10.5, 2", "kept, 17.5, 15", "fresh, 37.5, 17" })
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
