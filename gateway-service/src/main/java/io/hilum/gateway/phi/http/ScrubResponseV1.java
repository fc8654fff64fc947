package io.hilum.gateway.phi.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The answer of {@code scrub}. A missing field is a failure, not an empty one.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScrubResponseV1(String policyVersion, List<String> texts, Map<String, String> pseudonyms,
		Map<String, Integer> counts) {

	ScrubResponseV1 {
		Objects.requireNonNull(policyVersion, "policyVersion");
		Objects.requireNonNull(texts, "texts");
		Objects.requireNonNull(pseudonyms, "pseudonyms");
		Objects.requireNonNull(counts, "counts");
	}

	@Override
	public String toString() {
		return "ScrubResponseV1[texts=" + this.texts.size() + "]";
	}

}
