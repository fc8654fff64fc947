package io.hilum.rag.read.tika;

import java.util.ArrayList;
import java.util.List;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * Collects blocks within the limit of characters. Mutable, for one thread.
 */
final class BlockCollector {

	private final List<Block> blocks = new ArrayList<>();

	private final ReadLimits limits;

	private final Layout layout;

	private long characters;

	BlockCollector(ReadLimits limits, Layout layout) {
		this.limits = limits;
		this.layout = layout;
	}

	void heading(int level, @Nullable Integer page, String text) {
		String line = Whitespace.oneLine(text);
		if (!line.isEmpty()) {
			count(line);
			this.blocks.add(Block.heading(level, page, line));
		}
	}

	void paragraph(@Nullable Integer page, String text) {
		String clean = Whitespace.lines(text);
		if (clean.isEmpty()) {
			return;
		}
		int firstLine = clean.indexOf('\n');
		String first = (firstLine < 0) ? clean : clean.substring(0, firstLine);
		if (this.layout == Layout.FREE && NumberedHeading.matches(first)) {
			heading(NumberedHeading.level(first), page, first);
			clean = (firstLine < 0) ? "" : clean.substring(firstLine + 1);
		}
		if (!clean.isEmpty()) {
			count(clean);
			this.blocks.add(Block.paragraph(page, clean));
		}
	}

	/**
	 * Count text before it is kept.
	 * @param added how many characters are to come
	 * @throws UnreadableDocumentException if they are too many
	 */
	void requireRoom(int added) {
		if (this.characters + added > this.limits.maxCharacters()) {
			throw new UnreadableDocumentException(FailureReason.TOO_LONG);
		}
	}

	private void count(String text) {
		requireRoom(text.length());
		// A block costs more than its characters, or a million empty lines would be free.
		this.characters += text.length() + 1L;
	}

	List<Block> blocks() {
		return List.copyOf(this.blocks);
	}

}
