package io.hilum.routing.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a deployment is left alone.
 *
 * @param failures how many dropped calls in a row open its breaker
 * @param pause how long it is left alone the first time; each further time doubles it
 * @param maxPause how long it is left alone at most, whoever asks for it
 * @param cooldown how long it is left alone after it has refused a call for its rate
 * without saying when to come again
 * @param ownWitness how long an answer to this replica weighs more than another replica's
 * word that there is none
 * @param worthTelling pauses that a provider asks for are told to other replicas if they
 * are at least as long
 */
@ConfigurationProperties("hilum.health")
public record HealthProperties(@DefaultValue("5") int failures, @DefaultValue("5s") Duration pause,
		@DefaultValue("1m") Duration maxPause, @DefaultValue("1s") Duration cooldown,
		@DefaultValue("10s") Duration ownWitness, @DefaultValue("500ms") Duration worthTelling) {

	public HealthProperties {
		if (failures < 1 || !pause.isPositive() || maxPause.compareTo(pause) < 0) {
			throw new IllegalArgumentException(
					"hilum.health: failures must be positive and pause from above zero to max-pause");
		}
	}

}
