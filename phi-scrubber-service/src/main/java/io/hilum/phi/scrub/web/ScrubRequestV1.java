package io.hilum.phi.scrub.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The request of {@code POST /v1/scrub} and {@code POST /v1/phi/preview}, as it came.
 */
record ScrubRequestV1(@Nullable String mode, @Nullable List<@Nullable String> texts,
		@Nullable List<@Nullable Integer> continuing) {

	@Override
	public String toString() {
		return "ScrubRequestV1[REDACTED]";
	}

}
