package io.hilum.phi.figures;

import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Text of a wanted length, made of the prompts of an evaluation set one after the other.
 */
final class BenchmarkText {

	private static final String PROMPTS = LabelledPrompt
		.read(Path.of(System.getProperty("hilum.figures.module", "phi-scrubber-service"),
				"src/test/resources/evaluation/ward.jsonl"))
		.stream()
		.map(LabelledPrompt::text)
		.collect(Collectors.joining("\n\n"));

	private BenchmarkText() {
	}

	static String of(int characters) {
		return PROMPTS.repeat(characters / PROMPTS.length() + 1).substring(0, characters);
	}

}
