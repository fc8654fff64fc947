package io.hilum.phi.scrub.web;

import java.util.ArrayList;
import java.util.List;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.scrub.Preview;
import io.hilum.phi.scrub.Reasons;

/**
 * The answer of {@code POST /v1/phi/preview}.
 */
record PreviewResponseV1(List<Result> results) {

	static PreviewResponseV1 of(List<String> texts, List<Preview> previews) {
		List<Result> results = new ArrayList<>(previews.size());
		for (int i = 0; i < previews.size(); i++) {
			results.add(Result.of(texts.get(i), previews.get(i)));
		}
		return new PreviewResponseV1(results);
	}

	@Override
	public String toString() {
		return "PreviewResponseV1[results=" + this.results.size() + "]";
	}

	/**
	 * What would become of one text.
	 */
	record Result(String masked, List<Finding> findings) {

		/** Counts code points in one pass, since spans come in order. */
		private static Result of(String text, Preview preview) {
			List<Finding> findings = new ArrayList<>();
			int units = 0;
			int points = 0;
			for (Span span : preview.findings()) {
				int start = points + text.codePointCount(units, span.start());
				points = start + text.codePointCount(span.start(), span.end());
				units = span.end();
				findings.add(new Finding(start, points, span.type(), span.score(), span.detector(), Reasons.of(span)));
			}
			return new Result(preview.masked(), findings);
		}

	}

	/**
	 * An identifier by its place in the text as sent, in Unicode code points, the end
	 * exclusive.
	 */
	record Finding(int start, int end, EntityType type, double score, String detector, String why) {
	}

}
