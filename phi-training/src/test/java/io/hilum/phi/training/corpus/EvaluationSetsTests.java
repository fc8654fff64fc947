package io.hilum.phi.training.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learned says nothing in the words of the sets by which it is measured: no ten
 * words in succession stand in both, names and places aside.
 */
class EvaluationSetsTests {

	private static final Path SETS = Path.of("../phi-scrubber-service/src/test/resources/evaluation");

	private static final int WORDS = 10;

	@Test
	void learnsNothingByHeartThatItIsMeasuredBy() throws IOException {
		Set<String> measured = new HashSet<>();
		for (Path set : sets()) {
			Files.readAllLines(set).forEach((line) -> collect(unmarked(JsonMapper.shared().readTree(line)), measured));
		}
		assertThat(measured).hasSizeGreaterThan(1000);
		Set<String> learned = new HashSet<>();
		new Corpus(Split.ALL, new SplittableRandom(5)).next(20_000)
			.forEach((labelled) -> collect(unmarked(labelled), learned));
		learned.retainAll(measured);
		assertThat(learned).isEmpty();
	}

	private static List<Path> sets() throws IOException {
		try (Stream<Path> files = Files.list(SETS)) {
			List<Path> sets = files.filter((file) -> file.toString().endsWith(".jsonl")).sorted().toList();
			assertThat(sets).hasSizeGreaterThanOrEqualTo(4);
			return sets;
		}
	}

	/** The stretches of a labelled prompt between its identifiers. */
	private static List<String> unmarked(JsonNode prompt) {
		String text = prompt.get("text").asString();
		List<String> stretches = new ArrayList<>();
		int from = 0;
		for (JsonNode span : prompt.get("spans")) {
			int start = text.offsetByCodePoints(0, span.get("start").asInt());
			if (start >= from) {
				stretches.add(text.substring(from, start));
				from = text.offsetByCodePoints(0, span.get("end").asInt());
			}
		}
		stretches.add(text.substring(from));
		return stretches;
	}

	private static List<String> unmarked(Labelled labelled) {
		List<String> stretches = new ArrayList<>();
		int from = 0;
		for (Labelled.Mark mark : labelled.marks()) {
			stretches.add(labelled.text().substring(from, mark.start()));
			from = mark.end();
		}
		stretches.add(labelled.text().substring(from));
		return stretches;
	}

	private static void collect(List<String> stretches, Set<String> runs) {
		for (String stretch : stretches) {
			List<String> words = Stream.of(stretch.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))
				.filter((word) -> !word.isEmpty())
				.toList();
			for (int i = 0; i + WORDS <= words.size(); i++) {
				runs.add(String.join(" ", words.subList(i, i + WORDS)));
			}
		}
	}

}
