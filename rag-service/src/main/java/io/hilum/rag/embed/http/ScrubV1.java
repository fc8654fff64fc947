package io.hilum.rag.embed.http;

import java.util.List;

/**
 * What is asked of phi-scrubber-service.
 */
record ScrubV1(String mode, List<String> texts) {

	@Override
	public String toString() {
		return "ScrubV1[REDACTED]";
	}

}
