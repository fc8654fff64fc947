package io.hilum.agents.run;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs wait for people.
 *
 * @param time how long a run waits in all; what nobody decided by then is refused. With
 * the time of a run it must stay within the life of its delegation (gateway-service:
 * {@code hilum.agents.life})
 * @param beat how often a stream says that it still waits
 * @param most how many runs of one person wait at a time
 */
@ConfigurationProperties("hilum.approvals")
public record ApprovalProperties(@DefaultValue("5m") Duration time, @DefaultValue("15s") Duration beat,
		@DefaultValue("5") int most) {
}
