package io.hilum.routing.provision;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the cost of provisioned throughput is told.
 *
 * @param topic where it is told
 * @param interval how often it is looked for hours that are over
 * @param lookBack which hours are told again after a start; longer than all replicas may
 * be away
 * @param patience how long telling of an hour may take
 */
@ConfigurationProperties("hilum.provisioned")
public record ProvisionProperties(@DefaultValue("hilum.provisioned.v1") String topic,
		@DefaultValue("1m") Duration interval, @DefaultValue("3d") Duration lookBack,
		@DefaultValue("10s") Duration patience) {

	public ProvisionProperties {
		if (!interval.isPositive() || !patience.isPositive() || lookBack.compareTo(Duration.ofDays(90)) > 0) {
			throw new IllegalArgumentException(
					"hilum.provisioned: interval and patience must be positive and look-back at most 90 days");
		}
	}

}
