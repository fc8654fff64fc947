package io.hilum.rag.read;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A heading or a paragraph of a document.
 *
 * @param level 1 to 6 for a heading, 0 for a paragraph
 * @param page the page that it is on, or {@code null} where there are no pages
 * @param text the text
 */
public record Block(int level, @Nullable Integer page, PhiText text) {

	/**
	 * A heading.
	 * @param level 1 for the highest
	 * @param page the page, or {@code null}
	 * @param text the text
	 * @return the block
	 */
	public static Block heading(int level, @Nullable Integer page, String text) {
		return new Block(level, page, PhiText.of(text));
	}

	/**
	 * A paragraph.
	 * @param page the page, or {@code null}
	 * @param text the text
	 * @return the block
	 */
	public static Block paragraph(@Nullable Integer page, String text) {
		return new Block(0, page, PhiText.of(text));
	}

	/**
	 * Whether this is a heading.
	 * @return {@code false} for a paragraph
	 */
	public boolean isHeading() {
		return this.level > 0;
	}

}
