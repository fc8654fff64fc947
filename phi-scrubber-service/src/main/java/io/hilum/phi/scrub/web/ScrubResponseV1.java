package io.hilum.phi.scrub.web;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.scrub.ScrubResult;

/**
 * The answer of {@code POST /v1/scrub}.
 */
record ScrubResponseV1(String policyVersion, List<String> texts, Map<String, String> pseudonyms,
		Map<EntityType, Integer> counts, Map<String, String> dates, Map<EntityType, Integer> kept) {

	static ScrubResponseV1 of(ScrubResult.Scrubbed result, String version) {
		return new ScrubResponseV1(version, result.texts(), result.pseudonyms(), result.counts(), result.dates(),
				result.kept());
	}

	@Override
	public String toString() {
		return "ScrubResponseV1" + this.counts;
	}

}
