package io.hilum.agents.record;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What agents may read of records.
 *
 * @param entries how many entries one call reads at most
 * @param characters how many characters of them a model is shown at most
 * @param roles what callers of a role may have agents read; a role that is not named
 * reads nothing
 */
@ConfigurationProperties("hilum.record")
record RecordProperties(@DefaultValue("50") int entries, @DefaultValue("16000") int characters,
		@DefaultValue Map<String, Set<RecordKind>> roles) {

	RecordProperties {
		roles = Map.copyOf(roles);
	}

	boolean lets(Collection<String> callers, RecordKind kind) {
		return callers.stream().anyMatch((role) -> this.roles.getOrDefault(role, Set.of()).contains(kind));
	}

}
