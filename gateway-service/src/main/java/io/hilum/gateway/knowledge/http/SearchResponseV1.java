package io.hilum.gateway.knowledge.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code search}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SearchResponseV1(List<PassageV1> passages) {

	List<Passage> toPassages() {
		return this.passages.stream().map(PassageV1::toPassage).toList();
	}

	@Override
	public String toString() {
		return "SearchResponseV1[passages=" + this.passages.size() + "]";
	}

	/**
	 * A passage on the wire.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record PassageV1(String id, String collection, DocumentV1 document, @Nullable String section,
			@Nullable Integer page, String text, double score) {

		Passage toPassage() {
			return new Passage(this.id, this.collection, this.document.id(), PhiText.of(this.document.title()),
					(this.section != null) ? PhiText.of(this.section) : null, this.page, this.score,
					PhiText.of(this.text));
		}

		@Override
		public String toString() {
			return "PassageV1[id=" + this.id + "]";
		}

	}

	/**
	 * A document on the wire.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record DocumentV1(String id, String title) {

		@Override
		public String toString() {
			return "DocumentV1[id=" + this.id + "]";
		}

	}

}
