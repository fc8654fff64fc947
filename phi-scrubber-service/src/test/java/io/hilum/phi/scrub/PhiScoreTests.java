package io.hilum.phi.scrub;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much of a labelled corpus is found, with a floor for each type. An identifier is
 * covered when every letter and digit of it is masked, as whatever type; a letter is
 * wrong when it is masked and belongs to no identifier.
 */
class PhiScoreTests {

	private static final List<LabelledText> CORPUS = Stream
		.of("clinical.txt", "informal.txt", "structured.txt", "forms.txt", "names.txt", "places.txt", "spoken.txt",
				"unusual.txt", "odd.txt")
		.flatMap((resource) -> LabelledText.read(resource).stream())
		.toList();

	/** Names and places leak where no list and no context has them; numbers must not. */
	private static final Map<EntityType, Double> FLOORS = Map.of(EntityType.NAME, 0.97, EntityType.LOCATION, 0.97);

	private static final double FLOOR = 1.0;

	private static final double WRONG_PER_THOUSAND = 4.6;

	@Test
	void coversEachTypeAsWellAsItsFloor() {
		Map<EntityType, int[]> scores = new EnumMap<>(EntityType.class);
		StringBuilder leaks = new StringBuilder();
		for (LabelledText labelled : CORPUS) {
			BitSet masked = masked(labelled);
			for (Span gold : labelled.gold()) {
				int[] score = scores.computeIfAbsent(gold.type(), (type) -> new int[2]);
				score[0]++;
				if (isCovered(labelled.text(), gold, masked)) {
					score[1]++;
				}
				else {
					leaks.append('\n').append(gold.type()).append(' ');
					leaks.append(labelled.text(), gold.start(), gold.end());
				}
			}
		}
		assertThat(scores).hasSize(EntityType.values().length);
		scores
			.forEach((type, score) -> assertThat((double) score[1] / score[0]).as("cover of %s; leaks:%s", type, leaks)
				.isGreaterThanOrEqualTo(FLOORS.getOrDefault(type, FLOOR)));
	}

	@Test
	void masksLittleElse() {
		int wrong = 0;
		int clean = 0;
		StringBuilder words = new StringBuilder();
		for (LabelledText labelled : CORPUS) {
			BitSet masked = masked(labelled);
			labelled.gold().forEach((gold) -> masked.clear(gold.start(), gold.end()));
			int found = letters(labelled.text(), masked);
			wrong += found;
			clean += letters(labelled.text(), all(labelled.text()));
			if (found > 0) {
				masked.stream().forEach((at) -> words.append(labelled.text().charAt(at)));
				words.append('\n');
			}
		}
		assertThat(1000.0 * wrong / clean).as("wrong letters in a thousand: %s", words)
			.isLessThanOrEqualTo(WRONG_PER_THOUSAND);
	}

	private static BitSet masked(LabelledText labelled) {
		BitSet masked = new BitSet();
		ScrubFixtures.EXAMINER.examine(List.of(labelled.text()))
			.getFirst()
			.forEach((span) -> masked.set(span.start(), span.end()));
		return masked;
	}

	private static boolean isCovered(String text, Span gold, BitSet masked) {
		for (int i = gold.start(); i < gold.end(); i++) {
			if (Character.isLetterOrDigit(text.charAt(i)) && !masked.get(i)) {
				return false;
			}
		}
		return true;
	}

	private static int letters(String text, BitSet where) {
		return (int) where.stream().filter((at) -> Character.isLetterOrDigit(text.charAt(at))).count();
	}

	private static BitSet all(String text) {
		BitSet all = new BitSet();
		all.set(0, text.length());
		return all;
	}

}
