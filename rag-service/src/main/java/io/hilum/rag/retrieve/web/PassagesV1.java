package io.hilum.rag.retrieve.web;

import java.util.List;
import java.util.UUID;

import io.hilum.rag.document.Passage;
import io.hilum.rag.retrieve.RetrievedPassage;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Passages, best first.
 */
record PassagesV1(List<PassageV1> passages) {

	static PassagesV1 of(List<RetrievedPassage> passages) {
		return new PassagesV1(passages.stream().map(PassageV1::of).toList());
	}

	/**
	 * A passage with all that a citation needs.
	 */
	record PassageV1(UUID id, String collection, DocumentV1 document, @Nullable String section, @Nullable Integer page,
			String text, double score) {

		static PassageV1 of(RetrievedPassage retrieved) {
			Passage passage = retrieved.passage();
			PhiText section = passage.section();
			return new PassageV1(passage.id(), retrieved.collection().value(),
					new DocumentV1(retrieved.document(), retrieved.title().reveal()),
					(section != null) ? section.reveal() : null, passage.page(), passage.text().reveal(),
					retrieved.score());
		}

		@Override
		public String toString() {
			return "PassageV1[id=" + this.id + "]";
		}

	}

	/**
	 * The document of a passage.
	 */
	record DocumentV1(UUID id, String title) {

		@Override
		public String toString() {
			return "DocumentV1[id=" + this.id + "]";
		}

	}

}
