package io.hilum.gateway.phi.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The answer of {@code scrub}. A missing field is a failure, not an empty one, but for
 * those that came later.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScrubResponseV1(String policyVersion, List<String> texts, Map<String, String> pseudonyms,
		Map<String, Integer> counts, Map<String, String> dates, Map<String, Integer> kept) {

	ScrubResponseV1 {
		Objects.requireNonNull(policyVersion, "policyVersion");
		Objects.requireNonNull(texts, "texts");
		Objects.requireNonNull(pseudonyms, "pseudonyms");
		Objects.requireNonNull(counts, "counts");
		dates = Objects.requireNonNullElse(dates, Map.of());
		kept = Objects.requireNonNullElse(kept, Map.of());
	}

	@Override
	public String toString() {
		return "ScrubResponseV1[texts=" + this.texts.size() + "]";
	}

}
