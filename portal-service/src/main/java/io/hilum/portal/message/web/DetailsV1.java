package io.hilum.portal.message.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What belongs to a message beside its text. It is sealed in this form.
 */
record DetailsV1(@Nullable String finish, @Nullable Receipt receipt, List<Citation> citations,
		List<Attachment> attachments, @Nullable UsedTemplate template) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static DetailsV1 parse(PhiText sealedForm) {
		return JSON.readValue(sealedForm.reveal(), DetailsV1.class);
	}

	PhiText text(int max) {
		String json = JSON.writeValueAsString(this);
		if (json.length() > max) {
			throw PortalProblem.invalid("receipt",
					"What belongs to a message may have " + max + " characters, has " + json.length());
		}
		return PhiText.of(json);
	}

	@Override
	public String toString() {
		return "DetailsV1[REDACTED]";
	}

	/**
	 * What the gateway said of an answer, as the client read it.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Receipt(@Nullable String requestId, @Nullable String model, @Nullable String provider,
			@Nullable String region, @Nullable String agreement, @Nullable Map<String, Long> phi,
			@Nullable Long inputTokens, @Nullable Long cachedTokens, @Nullable Long outputTokens,
			@Nullable Long reasoningTokens, @Nullable String costUsd, @Nullable Long millis,
			@Nullable Long firstTokenMillis, @Nullable Long attempts, @Nullable String cache) {

		private static final Pattern COST = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

		private static final Pattern TYPE = Pattern.compile("[A-Z_]{1,32}");

		private static final int MAX_TYPES = 32;

		private static final int MAX_NAME = 200;

		Receipt checked() {
			for (String name : new String[] { this.requestId, this.model, this.provider, this.region, this.agreement,
					this.cache }) {
				Expect.optional(name, "receipt", MAX_NAME);
			}
			for (Long number : new Long[] { this.inputTokens, this.cachedTokens, this.outputTokens,
					this.reasoningTokens, this.millis, this.firstTokenMillis, this.attempts }) {
				Expect.atLeast(number, "receipt", 0);
			}
			if (this.costUsd != null && !COST.matcher(this.costUsd).matches()) {
				throw PortalProblem.invalid("receipt.costUsd", "Expected dollars such as 0.001352500");
			}
			requireCounts();
			return this;
		}

		private void requireCounts() {
			Map<String, Long> counts = (this.phi != null) ? this.phi : Map.of();
			if (counts.size() > MAX_TYPES || counts.entrySet()
				.stream()
				.anyMatch((count) -> !TYPE.matcher(count.getKey()).matches() || count.getValue() == null
						|| count.getValue() < 0)) {
				throw PortalProblem.invalid("receipt.phi", "Expected numbers by the type of identifiers");
			}
		}

	}

	/**
	 * A passage that an answer rests on.
	 */
	record Citation(@Nullable String marker, @Nullable String title, @Nullable String collection,
			@Nullable UUID document, @Nullable UUID passage, @Nullable String section, @Nullable Long page,
			@Nullable String text) {

		Citation checked() {
			Expect.optional(this.marker, "citations.marker", 16);
			Expect.text(this.title, "citations.title", 500);
			Expect.optional(this.collection, "citations.collection", 63);
			Expect.optional(this.section, "citations.section", 1000);
			Expect.atLeast(this.page, "citations.page", 1);
			Expect.optional(this.text, "citations.text", 8000);
			return this;
		}

		@Override
		public String toString() {
			return "Citation[REDACTED]";
		}

	}

	/**
	 * A file that was sent along.
	 */
	record Attachment(@Nullable String name, @Nullable String mediaType, @Nullable Long bytes,
			@Nullable String collection, @Nullable UUID document) {

		Attachment checked() {
			Expect.text(this.name, "attachments.name", 255);
			Expect.optional(this.mediaType, "attachments.mediaType", 100);
			Expect.atLeast(this.bytes, "attachments.bytes", 0);
			Expect.optional(this.collection, "attachments.collection", 63);
			return this;
		}

		@Override
		public String toString() {
			return "Attachment[REDACTED]";
		}

	}

	/**
	 * The template that a message was made with.
	 */
	record UsedTemplate(@Nullable String id, @Nullable Long version) {

		UsedTemplate checked() {
			Expect.text(this.id, "template.id", 100);
			Expect.atLeast(Expect.present(this.version, "template.version"), "template.version", 1);
			return this;
		}

	}

}
