package io.hilum.routing.edge.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a caller may take. How long for a body says {@code hilum.completion}.
 *
 * @param headTimeout for the head of a request, from its first byte
 * @param stallTimeout without taking anything of what waits for it; then its call ends as
 * if it had left
 */
@ConfigurationProperties("hilum.edge")
record EdgeProperties(@DefaultValue("10s") Duration headTimeout, @DefaultValue("60s") Duration stallTimeout) {

	EdgeProperties {
		if (!headTimeout.isPositive() || !stallTimeout.isPositive()) {
			throw new IllegalArgumentException("hilum.edge: timeouts must be positive");
		}
	}

}
