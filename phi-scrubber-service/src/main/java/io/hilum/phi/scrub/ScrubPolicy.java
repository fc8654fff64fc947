package io.hilum.phi.scrub;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the identifiers of a request, in general and by type.
 *
 * @param mode what is done with a type of which nothing else is said
 * @param threshold from which score on a finding counts
 * @param types what else is said of single types
 */
public record ScrubPolicy(ScrubMode mode, double threshold, Map<EntityType, TypeRule> types) {

	/**
	 * The highest threshold: what proves itself, and what is known, always counts.
	 */
	public static final double MAX_THRESHOLD = 0.9;

	public ScrubPolicy {
		requireThreshold(threshold);
		types = Map.copyOf(types);
	}

	/**
	 * One mode for everything that was found.
	 * @param mode the mode
	 * @return the policy
	 */
	public static ScrubPolicy of(ScrubMode mode) {
		return new ScrubPolicy(mode, 0, Map.of());
	}

	/**
	 * What is done with a type. Only dates are shifted.
	 * @param type the type
	 * @return the mode
	 */
	public ScrubMode modeOf(EntityType type) {
		TypeRule rule = this.types.get(type);
		ScrubMode own = (rule != null && rule.mode() != null) ? rule.mode() : this.mode;
		return (own == ScrubMode.SHIFT_DATES && type != EntityType.DATE) ? ScrubMode.PSEUDONYMISE : own;
	}

	/**
	 * Leave out what does not count.
	 * @param found the findings of each text
	 * @return those that count
	 */
	List<List<Span>> counting(List<List<Span>> found) {
		if (this.threshold == 0 && this.types.isEmpty()) {
			return found;
		}
		return found.stream().map((spans) -> spans.stream().filter(this::counts).toList()).toList();
	}

	private boolean counts(Span span) {
		TypeRule rule = this.types.get(span.type());
		Double own = (rule != null) ? rule.threshold() : null;
		return span.score() >= ((own != null) ? own : this.threshold);
	}

	/**
	 * The findings whose types are treated in one of some modes.
	 */
	Map<EntityType, Integer> count(List<List<Span>> found, Set<ScrubMode> modes) {
		Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
		found.forEach((spans) -> spans.stream()
			.filter((span) -> modes.contains(modeOf(span.type())))
			.forEach((span) -> counts.merge(span.type(), 1, Integer::sum)));
		return counts;
	}

	private static void requireThreshold(double threshold) {
		if (!(threshold >= 0 && threshold <= MAX_THRESHOLD)) {
			throw new IllegalArgumentException("a threshold is from 0 to " + MAX_THRESHOLD + ", is " + threshold);
		}
	}

	/**
	 * What is said of one type.
	 *
	 * @param mode what is done with it, {@code null} for what is done in general
	 * @param threshold from which score on a finding counts, {@code null} for the general
	 * one
	 */
	public record TypeRule(@Nullable ScrubMode mode, @Nullable Double threshold) {

		public TypeRule {
			if (threshold != null) {
				requireThreshold(threshold);
			}
		}

	}

}
