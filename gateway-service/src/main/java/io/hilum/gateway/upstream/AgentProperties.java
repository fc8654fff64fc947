package io.hilum.gateway.upstream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * agent-service, where there is one.
 *
 * @param key the key shared with it, in Base64; without it there are no agents, whatever
 * the catalogue says
 * @param life how long a run may ask models on behalf of its caller; no run takes longer
 * @param service how it is called
 */
@ConfigurationProperties("hilum.agents")
public record AgentProperties(@DefaultValue("") String key, @DefaultValue("10m") Duration life,
		UpstreamProperties.Service service) {

	/**
	 * Whether there are agents.
	 * @return {@code true} if there is a key
	 */
	public boolean isOn() {
		return !this.key.isBlank();
	}

	@Override
	public String toString() {
		return "AgentProperties[on=" + isOn() + ", life=" + this.life + ", service=" + this.service + "]";
	}

}
