package io.hilum.usage.grant;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of grants.
 *
 * @param emergencyFor roles that may break the glass; empty = nobody may
 * @param emergencyRoles roles of the catalogue that breaking the glass gives; the
 * catalogue says what these may do, and how people must have signed in to use them
 * @param emergencyMax how long an emergency lasts at most
 * @param reviewWithin within which time somebody has to look at an emergency
 * @param maxUnreviewed how many emergencies of one subject may wait for that
 * @param requestedMax how long a grant lasts at most that two have agreed to
 * @param approveWithin within which time the second one has to agree
 */
@ConfigurationProperties("hilum.grants")
public record GrantProperties(@DefaultValue Set<String> emergencyFor, @DefaultValue List<String> emergencyRoles,
		@DefaultValue("60m") Duration emergencyMax, @DefaultValue("72h") Duration reviewWithin,
		@DefaultValue("3") int maxUnreviewed, @DefaultValue("30d") Duration requestedMax,
		@DefaultValue("7d") Duration approveWithin) {

	public GrantProperties {
		if (emergencyFor.isEmpty() != emergencyRoles.isEmpty()) {
			throw new IllegalArgumentException("hilum.grants needs both emergency-for and emergency-roles, or neither");
		}
		if (maxUnreviewed < 1) {
			throw new IllegalArgumentException("hilum.grants.max-unreviewed must be at least 1");
		}
	}

}
