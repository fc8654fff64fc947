package io.hilum.rag.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.rag.read.Block;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for {@link Chunker} whatever the document.
 */
class ChunkerPropertyTests {

	@Property(tries = 400)
	void losesNoText(@ForAll("documents") List<Block> blocks, @ForAll @IntRange(min = 20, max = 120) int target) {
		List<Chunk> chunks = chunker(target).chunk(blocks);
		String own = chunks.stream()
			.map((chunk) -> chunk.text().reveal().substring(chunk.overlap()))
			.collect(Collectors.joining());
		String headings = chunks.stream()
			.map(Chunk::section)
			.distinct()
			.map((section) -> (section != null) ? section.reveal() : "")
			.collect(Collectors.joining());
		String paragraphs = text(blocks, false);
		assertThat(squeeze(own).length()).isGreaterThanOrEqualTo(squeeze(paragraphs).length());
		for (Block block : blocks) {
			String wanted = squeeze(block.text().reveal());
			assertThat(squeeze(own).contains(wanted) || squeeze(headings).contains(wanted)).isTrue();
		}
		if (blocks.stream().noneMatch(Block::isHeading)) {
			assertThat(squeeze(own)).isEqualTo(squeeze(paragraphs));
		}
	}

	@Property(tries = 400)
	void keepsItsBounds(@ForAll("documents") List<Block> blocks, @ForAll @IntRange(min = 20, max = 120) int target) {
		for (Chunk chunk : chunker(target).chunk(blocks)) {
			assertThat(chunk.text().length()).isBetween(1, target + 10);
			assertThat(chunk.overlap()).isBetween(0, target / 4 + 2).isLessThan(chunk.text().length());
			assertThat(chunk.text().reveal()).isEqualTo(chunk.text().reveal().strip());
		}
	}

	@Property(tries = 400)
	void breaksNoWordThatFits(@ForAll("documents") List<Block> blocks,
			@ForAll @IntRange(min = 20, max = 120) int target) {
		Set<String> words = words(text(blocks, true)).collect(Collectors.toSet());
		for (Chunk chunk : chunker(target).chunk(blocks)) {
			words(chunk.text().reveal()).filter(
					(word) -> words.stream().noneMatch((known) -> known.length() > target + 10 && known.contains(word)))
				.forEach((word) -> assertThat(words).contains(word));
		}
	}

	@Property(tries = 200)
	void repeatsOnlyTheEndOfTheChunkBefore(@ForAll("documents") List<Block> blocks) {
		List<Chunk> chunks = chunker(60).chunk(blocks);
		for (int i = 1; i < chunks.size(); i++) {
			String repeated = chunks.get(i).text().reveal().substring(0, chunks.get(i).overlap()).strip();
			assertThat(squeeze(chunks.get(i - 1).text().reveal())).endsWith(squeeze(repeated));
		}
	}

	@Provide
	Arbitrary<List<Block>> documents() {
		Arbitrary<String> word = Arbitraries.strings()
			.withChars("abcdeé.\uD83D\uDE00".replaceAll("[\uD800-\uDFFF]", ""))
			.ofMinLength(1)
			.ofMaxLength(14);
		Arbitrary<String> longWord = Arbitraries.integers().between(20, 300).map("x"::repeat);
		Arbitrary<String> emoji = Arbitraries.integers().between(1, 100).map("\uD83D\uDE00"::repeat);
		Arbitrary<String> anyWord = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(20, word),
				net.jqwik.api.Tuple.of(1, longWord), net.jqwik.api.Tuple.of(1, emoji));
		Arbitrary<String> paragraph = anyWord.list()
			.ofMinSize(1)
			.ofMaxSize(60)
			.flatMap((words) -> Arbitraries.of(" ", "  ", "\n").map((space) -> String.join(space, words)));
		Arbitrary<Integer> level = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, Arbitraries.just(0)),
				net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 6)));
		Arbitrary<Block> block = Combinators.combine(level, Arbitraries.integers().between(1, 9), paragraph)
			.as((height, page, text) -> new Block(height, page, PhiText.of(text)));
		return block.list().ofMaxSize(12).map(ArrayList::new);
	}

	private static Chunker chunker(int target) {
		return new Chunker(new ChunkProperties(target, target + 10, target / 4));
	}

	private static String text(List<Block> blocks, boolean headings) {
		return blocks.stream()
			.filter((block) -> headings || !block.isHeading())
			.map((block) -> block.text().reveal())
			.collect(Collectors.joining(" "));
	}

	private static java.util.stream.Stream<String> words(String text) {
		return Arrays.stream(text.strip().split("\\s+")).filter((word) -> !word.isEmpty());
	}

	private static String squeeze(String text) {
		return text.replaceAll("\\s+", "");
	}

}
