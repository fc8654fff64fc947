package io.hilum.phi.scrub.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.known.Phrases;
import io.hilum.phi.review.Correction;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code POST /v1/phi/corrections}, as it came.
 */
record CorrectionRequestV1(@Nullable List<@Nullable OneV1> corrections) {

	private static final int MAX_CORRECTIONS = 100;

	private static final int MAX_LENGTH = 256;

	List<Correction> read(String by, Instant at) {
		if (this.corrections == null || this.corrections.isEmpty() || this.corrections.size() > MAX_CORRECTIONS) {
			throw invalid("corrections must be a list of 1 to " + MAX_CORRECTIONS + " objects");
		}
		List<Correction> read = new ArrayList<>();
		for (OneV1 one : this.corrections) {
			if (one == null) {
				throw invalid("corrections must be a list of objects");
			}
			read.add(one.read(by, at));
		}
		return read;
	}

	private static ScrubProblemException invalid(String message) {
		return new ScrubProblem.Invalid("invalid_corrections", message, "corrections").asException();
	}

	@Override
	public String toString() {
		return "CorrectionRequestV1[REDACTED]";
	}

	/**
	 * What is said of one text.
	 */
	record OneV1(@Nullable String verdict, @Nullable String type, @Nullable String text) {

		private Correction read(String by, Instant at) {
			boolean identifier = "identifier".equals(this.verdict);
			if (!identifier && !"not_identifier".equals(this.verdict)) {
				throw invalid("The verdict of a correction must be identifier or not_identifier");
			}
			EntityType known = EntityType.named(this.type).orElse(null);
			if (known == null && (identifier || this.type != null)) {
				throw invalid("A correction needs a type such as NAME, unless it says that something is no identifier");
			}
			String said = this.text;
			if (said == null || said.length() > MAX_LENGTH || !new Phrases<Boolean>().add(said, Boolean.TRUE)) {
				throw invalid("The text of a correction must have at most " + MAX_LENGTH + " characters and 1 to "
						+ Phrases.MAX_WORDS + " words");
			}
			return new Correction(identifier, known, PhiText.of(said), by, at);
		}

		@Override
		public String toString() {
			return "OneV1[REDACTED]";
		}

	}

}
