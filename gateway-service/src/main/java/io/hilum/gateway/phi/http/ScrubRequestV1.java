package io.hilum.gateway.phi.http;

import java.util.List;

/**
 * The request of {@code scrub}.
 */
record ScrubRequestV1(String mode, List<String> texts) {

	@Override
	public String toString() {
		return "ScrubRequestV1[texts=" + this.texts.size() + "]";
	}

}
