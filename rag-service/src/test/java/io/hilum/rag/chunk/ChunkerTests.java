package io.hilum.rag.chunk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.rag.read.Block;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Chunker}.
 */
class ChunkerTests {

	private final Chunker chunker = new Chunker(new ChunkProperties(90, 100, 20));

	@Test
	void keepsShortSectionsWhole() {
		List<Chunk> chunks = this.chunker.chunk(List.of(Block.heading(1, 1, "3.1 Aspirin"),
				Block.paragraph(1, "Aspirin is started."), Block.heading(2, 2, "3.2 Lipids"),
				Block.paragraph(2, "A statin is started."), Block.paragraph(3, "Then checked.")));
		assertThat(chunks).extracting((chunk) -> reveal(chunk.section()), Chunk::page, (chunk) -> reveal(chunk.text()))
			.containsExactly(org.assertj.core.groups.Tuple.tuple("3.1 Aspirin", 1, "Aspirin is started."),
					org.assertj.core.groups.Tuple.tuple("3.2 Lipids", 2, "A statin is started.\n\nThen checked."));
	}

	@Test
	void joinsHeadingsThatStandTogether() {
		List<Chunk> chunks = this.chunker.chunk(List.of(Block.heading(1, null, "Stroke"),
				Block.heading(2, null, "Lipids"), Block.paragraph(null, "A statin.")));
		assertThat(chunks).singleElement().extracting((chunk) -> reveal(chunk.section())).isEqualTo("Stroke › Lipids");
	}

	@Test
	void makesTextOfHeadingsWithNothingBelow() {
		List<Chunk> chunks = this.chunker
			.chunk(List.of(Block.paragraph(null, "Text."), Block.heading(1, null, "The end")));
		assertThat(chunks).extracting((chunk) -> reveal(chunk.text())).containsExactly("Text.", "The end");
	}

	@Test
	void cutsAtTheEndOfSentences() {
		String text = "One sentence that is fairly long and ends here. Another sentence of the same kind ends there. "
				+ "And a third one comes last of all.";
		assertThat(this.chunker.chunk(List.of(Block.paragraph(null, text)))).extracting((chunk) -> reveal(chunk.text()))
			.containsExactly(
					"One sentence that is fairly long and ends here. Another sentence of the same kind ends there.",
					"kind ends there. And a third one comes last of all.");
	}

	@Test
	void citesThePageOfItsOwnText() {
		String page1 = "word ".repeat(30).strip();
		String page2 = "other ".repeat(30).strip();
		List<Chunk> chunks = this.chunker.chunk(List.of(Block.paragraph(1, page1), Block.paragraph(2, page2)));
		assertThat(chunks).filteredOn((chunk) -> reveal(chunk.text()).startsWith("word word"))
			.first()
			.extracting(Chunk::page)
			.isEqualTo(1);
		assertThat(chunks.getLast().page()).isEqualTo(2);
	}

	@Test
	void breaksOnlyWordsThatAreTooLongAlone() {
		String fits = "x".repeat(100);
		String tooLong = "y".repeat(250);
		List<Chunk> chunks = this.chunker
			.chunk(List.of(Block.paragraph(null, "a few words " + fits + " more words " + tooLong + " end")));
		assertThat(chunks).extracting((chunk) -> reveal(chunk.text())).anyMatch((text) -> text.contains(fits));
		assertThat(chunks).allSatisfy((chunk) -> assertThat(chunk.text().length()).isLessThanOrEqualTo(100));
	}

	@Test
	void takesHugeHeadingsForText() {
		String huge = IntStream.range(0, 200).mapToObj((i) -> "w" + i).collect(Collectors.joining(" "));
		assertThat(this.chunker.chunk(List.of(Block.heading(1, null, huge)))).hasSizeGreaterThan(5)
			.allSatisfy((chunk) -> assertThat(chunk.section()).isNull());
	}

	@Test
	void refusesPropertiesThatCannotEnd() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ChunkProperties(100, 90, 10));
		assertThatIllegalArgumentException().isThrownBy(() -> new ChunkProperties(100, 100, 60));
	}

	private static String reveal(@org.jspecify.annotations.Nullable PhiText text) {
		return (text != null) ? text.reveal() : "";
	}

}
