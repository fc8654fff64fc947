package io.hilum.phi.scrub.web;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.review.Correction;
import io.hilum.phi.review.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /v1/phi/corrections}.
 */
record CorrectionResponseV1(List<OneV1> corrections, Map<String, Object> lists) {

	static CorrectionResponseV1 of(List<Correction> kept) {
		return new CorrectionResponseV1(kept.stream().map(OneV1::of).toList(), Corrections.proposed(kept));
	}

	@Override
	public String toString() {
		return "CorrectionResponseV1[corrections=" + this.corrections.size() + "]";
	}

	/**
	 * What was said of one text.
	 */
	record OneV1(String verdict, @Nullable EntityType type, String text, String by, String at) {

		static OneV1 of(Correction one) {
			return new OneV1(one.identifier() ? "identifier" : "not_identifier", one.type(), one.text().reveal(),
					one.by(), one.at().toString());
		}

		@Override
		public String toString() {
			return "OneV1[REDACTED]";
		}

	}

}
