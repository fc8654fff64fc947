package io.hilum.gateway.phi;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long identifiers may take to be taken out.
 *
 * @param deadline how long phi-scrubber-service may take from the call to the last byte
 * of its answer, however steadily it writes; after that nothing is sent on
 */
@ConfigurationProperties("hilum.phi")
public record ScrubProperties(@DefaultValue("10s") Duration deadline) {

	public ScrubProperties {
		if (deadline.isNegative() || deadline.isZero()) {
			throw new IllegalArgumentException("hilum.phi.deadline must be positive");
		}
	}

}
