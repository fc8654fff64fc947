package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.gateway.policy.Limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on requests.
 *
 * @param limits the limits of a caller whose roles have none of their own
 * @param roles limits by role; the most generous of a caller's roles counts
 * @param lease after which time a request that never ended is no longer counted; longer
 * than the longest answer
 * @param timeout how long Redis may take
 * @param whenRedisIsAway whether requests are refused or allowed uncounted
 */
@ConfigurationProperties("hilum.admission")
public record AdmissionProperties(@DefaultValue Limits limits, @DefaultValue Map<String, Limits> roles,
		@DefaultValue("15m") Duration lease, @DefaultValue("2s") Duration timeout,
		@DefaultValue("refuse") WhenRedisIsAway whenRedisIsAway) {

	/**
	 * What happens to requests that cannot be counted.
	 */
	public enum WhenRedisIsAway {

		/**
		 * They are refused with 503.
		 */
		REFUSE,

		/**
		 * They go on uncounted.
		 */
		ALLOW

	}

	/**
	 * The limits of a caller.
	 * @param names the caller's roles
	 * @return the most generous limits of these roles
	 */
	public Limits limitsOf(List<String> names) {
		return names.stream().map(this.roles::get).filter(Objects::nonNull).reduce(Limits::max).orElse(this.limits);
	}

}
