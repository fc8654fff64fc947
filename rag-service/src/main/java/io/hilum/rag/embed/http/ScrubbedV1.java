package io.hilum.rag.embed.http;

import java.util.List;
import java.util.Map;

/**
 * What is used of the answer of phi-scrubber-service.
 */
record ScrubbedV1(String policyVersion, List<String> texts, Map<String, Integer> counts) {

	@Override
	public String toString() {
		return "ScrubbedV1[REDACTED]";
	}

}
