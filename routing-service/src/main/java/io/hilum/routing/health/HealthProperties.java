package io.hilum.routing.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a deployment is left alone.
 *
 * @param failures how many dropped calls in a row open its breaker
 * @param pause how long it is left alone the first time; each further time doubles it
 * @param maxPause how long it is left alone at most
 */
@ConfigurationProperties("hilum.health")
public record HealthProperties(@DefaultValue("5") int failures, @DefaultValue("5s") Duration pause,
		@DefaultValue("1m") Duration maxPause) {

	public HealthProperties {
		if (failures < 1 || !pause.isPositive() || maxPause.compareTo(pause) < 0) {
			throw new IllegalArgumentException(
					"hilum.health: failures must be positive and pause from above zero to max-pause");
		}
	}

}
