package io.hilum.gateway.knowledge;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document that may answer the question.
 *
 * @param id its id
 * @param collection the collection it is from
 * @param documentId the document it is from
 * @param title the title of that document
 * @param section the heading it is under
 * @param page the page it is on
 * @param score how well it fits
 * @param text the text
 */
public record Passage(String id, String collection, String documentId, PhiText title, @Nullable PhiText section,
		@Nullable Integer page, double score, PhiText text) {
}
