package io.hilum.rag.read.tika;

import java.util.List;

import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown: headings by their text, everything else as it was written, since models read
 * Markdown well.
 */
final class MarkdownBlocks {

	private static final Parser PARSER = Parser.builder()
		.includeSourceSpans(IncludeSourceSpans.BLOCKS)
		.maxOpenBlockParsers(32)
		.build();

	private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

	private final ReadLimits limits;

	MarkdownBlocks(ReadLimits limits) {
		this.limits = limits;
	}

	List<Block> read(String source) {
		BlockCollector collector = new BlockCollector(this.limits, Layout.TAGGED);
		collector.requireRoom(source.length());
		for (Node node = PARSER.parse(source).getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof Heading heading) {
				collector.heading(heading.getLevel(), null, TEXT.render(heading));
			}
			else {
				collector.paragraph(null, source(node, source));
			}
		}
		return collector.blocks();
	}

	private static String source(Node node, String source) {
		List<SourceSpan> spans = node.getSourceSpans();
		if (spans.isEmpty()) {
			return "";
		}
		SourceSpan last = spans.getLast();
		return source.substring(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
	}

}
