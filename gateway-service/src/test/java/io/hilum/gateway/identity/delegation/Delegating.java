package io.hilum.gateway.identity.delegation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import io.hilum.gateway.upstream.AgentProperties;
import io.hilum.gateway.upstream.ContextProperties;
import io.hilum.gateway.upstream.Services;
import io.hilum.gateway.upstream.UpstreamProperties;

import org.springframework.util.unit.DataSize;

/**
 * Delegations for tests of other packages.
 */
public final class Delegating {

	/**
	 * The key shared with agent-service.
	 */
	public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private Delegating() {
	}

	/**
	 * Delegations of ten minutes.
	 * @param clock their clock
	 * @return the delegations
	 */
	public static Delegations with(Clock clock) {
		return new Delegations(new ContextProperties(Map.of(Services.PHI_SCRUBBER, KEY)), properties(KEY), clock);
	}

	static AgentProperties properties(String key) {
		return new AgentProperties(key, Duration.ofMinutes(10),
				new UpstreamProperties.Service(URI.create("http://localhost:8086"), Duration.ofSeconds(1),
						Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, Duration.ofSeconds(1),
						Duration.ofSeconds(1), DataSize.ofMegabytes(1)));
	}

}
