package io.hilum.rag.read.tika;

import java.util.List;
import java.util.Locale;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the XHTML that parsers write into blocks. Rows of a table become lines, so that a
 * value stays with its label. Mutable, for one thread.
 */
final class BlockHandler extends DefaultHandler {

	private static final String CELL = " | ";

	private final BlockCollector collector;

	private final Layout layout;

	private final int maxPages;

	private final StringBuilder text = new StringBuilder();

	private int ignored;

	private int rows;

	private int cells;

	private int pages;

	BlockHandler(ReadLimits limits, Layout layout) {
		this.collector = new BlockCollector(limits, layout);
		this.layout = layout;
		this.maxPages = limits.maxPages();
	}

	@Override
	public void startElement(String uri, String localName, String qName, Attributes attributes) {
		String name = localName.toLowerCase(Locale.ROOT);
		switch (name) {
			case "head", "script", "style" -> this.ignored++;
			case "tr" -> {
				flush(0);
				this.rows++;
				this.cells = 0;
			}
			case "td", "th" -> separateCell();
			case "br" -> this.text.append('\n');
			case "div" -> startDivision(attributes);
			default -> breakBefore(name);
		}
	}

	@Override
	public void endElement(String uri, String localName, String qName) {
		String name = localName.toLowerCase(Locale.ROOT);
		switch (name) {
			case "head", "script", "style" -> this.ignored--;
			case "tr" -> {
				this.rows--;
				flush(0);
			}
			case "h1", "h2", "h3", "h4", "h5", "h6" -> flush((this.rows > 0) ? 0 : name.charAt(1) - '0');
			default -> breakBefore(name);
		}
	}

	@Override
	public void characters(char[] characters, int start, int length) {
		if (this.ignored == 0) {
			this.collector.requireRoom(this.text.length() + length);
			this.text.append(characters, start, length);
		}
	}

	@Override
	public void ignorableWhitespace(char[] characters, int start, int length) {
		characters(characters, start, length);
	}

	List<Block> blocks() {
		flush(0);
		return this.collector.blocks();
	}

	private void startDivision(Attributes attributes) {
		flushUnlessInRow();
		boolean page = this.layout == Layout.FREE && "page".equals(attributes.getValue("class"));
		if (page && ++this.pages > this.maxPages) {
			throw new UnreadableDocumentException(FailureReason.TOO_MANY_PAGES);
		}
	}

	private void separateCell() {
		if (this.cells++ > 0) {
			this.text.append(CELL);
		}
	}

	private void breakBefore(String name) {
		switch (name) {
			case "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote", "table", "h1", "h2", "h3", "h4",
					"h5", "h6", "section", "article", "header", "footer", "main", "aside", "body" ->
				flushUnlessInRow();
			default -> {
			}
		}
	}

	private void flushUnlessInRow() {
		if (this.rows > 0) {
			this.text.append(' ');
			return;
		}
		flush(0);
	}

	private void flush(int level) {
		String block = this.text.toString();
		this.text.setLength(0);
		if (level > 0) {
			this.collector.heading(level, page(), block);
		}
		else {
			this.collector.paragraph(page(), block);
		}
	}

	private @Nullable Integer page() {
		return (this.pages > 0) ? this.pages : null;
	}

}
