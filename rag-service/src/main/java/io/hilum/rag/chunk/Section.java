package io.hilum.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.hilum.rag.read.Block;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * The headings that stand together and the text below them. Mutable, for one thread.
 */
final class Section {

	private static final String PARAGRAPH = "\n\n";

	private static final String STEP = " › ";

	private final List<Block> headings = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private final NavigableMap<Integer, Integer> pages = new TreeMap<>();

	boolean hasText() {
		return !this.text.isEmpty();
	}

	void addHeading(Block heading) {
		this.headings.add(heading);
		while (title().length() > Chunker.MAX_SECTION) {
			addText(this.headings.removeFirst());
		}
	}

	void addText(Block block) {
		String paragraph = block.text().reveal().strip();
		if (paragraph.isEmpty()) {
			return;
		}
		if (hasText()) {
			this.text.append(PARAGRAPH);
		}
		Integer page = block.page();
		if (page != null) {
			this.pages.put(this.text.length(), page);
		}
		this.text.append(paragraph);
	}

	/**
	 * Headings with nothing below them are text.
	 */
	void close() {
		if (!hasText()) {
			List.copyOf(this.headings).forEach(this::addText);
			this.headings.clear();
		}
	}

	String text() {
		return this.text.toString();
	}

	Chunk chunk(Cutter.Piece piece) {
		String title = title();
		return new Chunk(title.isEmpty() ? null : PhiText.of(title), pageAt(piece.start() + piece.overlap()),
				PhiText.of(this.text.substring(piece.start(), piece.end())), piece.overlap());
	}

	private @Nullable Integer pageAt(int offset) {
		var entry = this.pages.floorEntry(offset);
		return (entry != null) ? entry.getValue() : null;
	}

	private String title() {
		return String.join(STEP, this.headings.stream().map((heading) -> heading.text().reveal().strip()).toList());
	}

}
