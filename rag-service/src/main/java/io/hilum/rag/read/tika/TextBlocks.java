package io.hilum.rag.read.tika;

import java.util.List;

import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * Plain text: an empty line ends a paragraph, a form feed ends a page.
 */
final class TextBlocks {

	private final ReadLimits limits;

	TextBlocks(ReadLimits limits) {
		this.limits = limits;
	}

	List<Block> read(String text) {
		BlockCollector collector = new BlockCollector(this.limits, Layout.FREE);
		String[] pages = text.split("\f", -1);
		for (int i = 0; i < pages.length; i++) {
			read(pages[i], (pages.length > 1) ? i + 1 : null, collector);
		}
		return collector.blocks();
	}

	private static void read(String text, @Nullable Integer page, BlockCollector collector) {
		StringBuilder paragraph = new StringBuilder();
		text.lines().forEach((line) -> {
			if (line.isBlank()) {
				collector.paragraph(page, flush(paragraph));
			}
			else {
				paragraph.append(line).append('\n');
			}
		});
		collector.paragraph(page, flush(paragraph));
	}

	private static String flush(StringBuilder paragraph) {
		String text = paragraph.toString();
		paragraph.setLength(0);
		return text;
	}

}
