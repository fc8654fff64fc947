package io.hilum.phi.scrub.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The request of {@code POST /v1/scrub} and {@code POST /v1/phi/preview}, as it came.
 */
record ScrubRequestV1(@Nullable String mode, @Nullable List<@Nullable String> texts,
		@Nullable List<@Nullable Integer> continuing, @Nullable List<@Nullable KnownV1> identities,
		@Nullable Double threshold, @Nullable Map<String, @Nullable RuleV1> types) {

	@Override
	public String toString() {
		return "ScrubRequestV1[REDACTED]";
	}

	/**
	 * An identity that the caller knows.
	 */
	record KnownV1(@Nullable String type, @Nullable String value) {

		@Override
		public String toString() {
			return "KnownV1[REDACTED]";
		}

	}

	/**
	 * What the policy says of one type.
	 */
	record RuleV1(@Nullable String mode, @Nullable Double threshold) {
	}

}
