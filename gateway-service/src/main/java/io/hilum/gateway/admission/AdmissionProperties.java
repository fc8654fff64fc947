package io.hilum.gateway.admission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.hilum.gateway.policy.Limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on requests.
 *
 * @param limits the limits of a caller whose roles have none of their own
 * @param roles limits by role; the most generous of a caller's roles counts
 * @param users limits of a person over all keys that speak for it, by subject, none
 * unless named here
 * @param teams limits by team; {@code *} for those that are not named, none without it
 * @param models limits by model over all callers; {@code *} for those that are not named
 * @param capacity how many requests there may be at once in all; 0 = as many as come
 * @param pressure the share of the capacity, in percent, above which a team gets no more
 * than its equal part of it
 * @param lease after which time a request that never ended is no longer counted; longer
 * than the longest answer
 * @param timeout how long Redis may take
 * @param whenRedisIsAway whether requests are refused or allowed uncounted
 */
@ConfigurationProperties("hilum.admission")
public record AdmissionProperties(@DefaultValue Limits limits, @DefaultValue Map<String, Limits> roles,
		@DefaultValue Map<String, Limits> users, @DefaultValue Map<String, Limits> teams,
		@DefaultValue Map<String, Limits> models, @DefaultValue("0") int capacity, @DefaultValue("80") int pressure,
		@DefaultValue("15m") Duration lease, @DefaultValue("2s") Duration timeout,
		@DefaultValue("refuse") WhenRedisIsAway whenRedisIsAway) {

	public AdmissionProperties {
		if (capacity < 0 || pressure < 1 || pressure > 100) {
			throw new IllegalArgumentException("hilum.admission: capacity is 0 or more, pressure 1 to 100 percent");
		}
	}

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

	/**
	 * The limits of a name, or of all that are not named.
	 * @param limits limits by name
	 * @param name the name
	 * @return the limits, if there are any
	 */
	public static Optional<Limits> of(Map<String, Limits> limits, String name) {
		return Optional.ofNullable(limits.getOrDefault(name, limits.get("*")));
	}

}
