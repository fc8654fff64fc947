package io.hilum.agents.offer;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is offered to programs outside.
 *
 * @param roles the tools that callers of a role may call; a role that is not named may
 * call none
 * @param maxRequest the largest request
 * @param maxCollections how many collections one search names at most
 */
@ConfigurationProperties("hilum.offer")
public record OfferProperties(@DefaultValue Map<String, Set<String>> roles, @DefaultValue("64KB") DataSize maxRequest,
		@DefaultValue("16") int maxCollections) {

	public OfferProperties {
		roles = Map.copyOf(roles);
		for (Set<String> names : roles.values()) {
			for (String name : names) {
				if (!OfferedTools.OFFERABLE.contains(name)) {
					throw new IllegalArgumentException(
							"hilum.offer.roles has " + name + ", which is none of " + OfferedTools.OFFERABLE);
				}
			}
		}
	}

	boolean lets(Collection<String> callers, String tool) {
		return callers.stream().anyMatch((role) -> this.roles.getOrDefault(role, Set.of()).contains(tool));
	}

}
