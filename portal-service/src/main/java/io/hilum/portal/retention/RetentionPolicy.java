package io.hilum.portal.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long conversations are kept after something was last said in them.
 *
 * @param roles how long by role; who has several of them has the longest
 * @param otherwise how long for everybody else; without it, without end
 * @param interval how often it is looked for those whose time is over
 * @param batch how many are deleted at most in one look
 * @param lease for how long one replica does this alone
 */
@ConfigurationProperties("hilum.portal.retention")
public record RetentionPolicy(@DefaultValue Map<String, Duration> roles, @Nullable Duration otherwise,
		@DefaultValue("15m") Duration interval, @DefaultValue("1000") int batch, @DefaultValue("10m") Duration lease) {

	public RetentionPolicy {
		roles = Map.copyOf(roles);
		roles.forEach((role, kept) -> requirePositive("roles." + role, kept));
		if (otherwise != null) {
			requirePositive("otherwise", otherwise);
		}
	}

	private static void requirePositive(String key, Duration kept) {
		if (!kept.isPositive()) {
			throw new IllegalArgumentException("hilum.portal.retention." + key + " must be positive, is " + kept);
		}
	}

	/**
	 * The role whose time counts for somebody.
	 * @param held the roles that the person has
	 * @return the one that keeps longest, or empty for what counts otherwise
	 */
	public Optional<String> keptAs(Collection<String> held) {
		return held.stream()
			.filter(this.roles::containsKey)
			.max(Comparator.comparing((role) -> this.roles.getOrDefault(role, Duration.ZERO)));
	}

	/**
	 * How long conversations are kept.
	 * @param role the role whose time counts, or {@code null}
	 * @return how long, empty without end
	 */
	public Optional<Duration> of(@Nullable String role) {
		Duration named = (role != null) ? this.roles.get(role) : null;
		return Optional.ofNullable((named != null) ? named : this.otherwise);
	}

	/**
	 * When a conversation goes.
	 * @param role the role whose time counts, or {@code null}
	 * @param lastUsed when something was last said in it
	 * @return when, empty if never
	 */
	public Optional<Instant> expiry(@Nullable String role, Instant lastUsed) {
		return of(role).map(lastUsed::plus);
	}

}
