package io.hilum.rag.chunk;

import java.util.ArrayList;
import java.util.List;

import io.hilum.rag.read.Block;

/**
 * Cuts a document by its structure: never across a heading, at the end of a paragraph
 * before that of a sentence before that of a word. A word is broken only if it alone is
 * longer than a chunk may be. No text is lost: what is not a section is text.
 */
public final class Chunker {

	/**
	 * How long the headings above a chunk may be together; what is more becomes text.
	 */
	static final int MAX_SECTION = 240;

	private final ChunkProperties properties;

	/**
	 * Create a chunker.
	 * @param properties how to cut
	 */
	public Chunker(ChunkProperties properties) {
		this.properties = properties;
	}

	/**
	 * Cut a document.
	 * @param blocks its blocks, in their order
	 * @return its chunks, in their order
	 */
	public List<Chunk> chunk(List<Block> blocks) {
		List<Chunk> chunks = new ArrayList<>();
		Section section = new Section();
		for (Block block : blocks) {
			boolean heading = block.isHeading() && block.text().length() <= MAX_SECTION;
			if (heading && section.hasText()) {
				cut(section, chunks);
				section = new Section();
			}
			if (heading) {
				section.addHeading(block);
			}
			else {
				section.addText(block);
			}
		}
		cut(section, chunks);
		return chunks;
	}

	private void cut(Section section, List<Chunk> chunks) {
		section.close();
		Cutter cutter = new Cutter(section.text(), this.properties);
		for (Cutter.Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
			chunks.add(section.chunk(piece));
		}
	}

}
