package io.hilum.agents.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How runs are kept, and who may look after those of others.
 *
 * @param time how long a run is kept after its end
 * @param max the largest record, packed; of a longer one only the outcome is kept
 * @param maxOutline the largest outcome, packed; of a longer one only how the run ended
 * @param most how many runs are kept at a time beside those that wait for a person; the
 * oldest go first
 * @param mostOfOne how many of these are kept of one person or program, so that many runs
 * of one push out none of another
 * @param look how often a replica looks whether somebody decided on one of its runs
 * @param timeout how long the store may take
 * @param supervisors roles that may cancel runs of others and decide on what they would
 * write, without reading it; none by default
 */
@ConfigurationProperties("hilum.runs.kept")
public record KeptProperties(@DefaultValue("24h") Duration time, @DefaultValue("256KB") DataSize max,
		@DefaultValue("32KB") DataSize maxOutline, @DefaultValue("400") int most, @DefaultValue("100") int mostOfOne,
		@DefaultValue("250ms") Duration look, @DefaultValue("2s") Duration timeout,
		@DefaultValue Set<String> supervisors) {

	public KeptProperties {
		supervisors = Set.copyOf(supervisors);
	}

	boolean supervises(Collection<String> roles) {
		return roles.stream().anyMatch(this.supervisors::contains);
	}

}
