package io.hilum.rag.document;

import java.util.UUID;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that can be cited.
 *
 * @param id the identifier
 * @param section the headings above it, or {@code null}
 * @param page the page that it begins on, or {@code null} where there are no pages
 * @param text the text
 */
public record Passage(UUID id, @Nullable PhiText section, @Nullable Integer page, PhiText text) {

	/**
	 * The text with the headings above it, as it is searched.
	 * @return the headings on a line of their own, and the text
	 */
	public PhiText searched() {
		PhiText heading = this.section;
		return (heading != null) ? PhiText.of(heading.reveal() + "\n" + this.text.reveal()) : this.text;
	}

}
