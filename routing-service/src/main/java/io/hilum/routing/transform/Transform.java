package io.hilum.routing.transform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is changed in requests and answers of one model, role or application.
 *
 * @param defaults parameters that are added where the client sends none, as JSON
 * @param caps the largest values of parameters
 * @param remove parameters that are taken away
 * @param system a prompt that is put before all others
 * @param addHeaders headers that are sent to the provider
 * @param removeHeaders headers that are not
 * @param drop fields that are taken out of answers, by path
 * @param maxRequest the longest body of a request, in bytes
 * @param maxAnswer the longest answer, in bytes
 */
public record Transform(Map<String, String> defaults, Map<String, BigDecimal> caps, Set<String> remove,
		@Nullable String system, Map<String, String> addHeaders, Set<String> removeHeaders, Set<String> drop,
		long maxRequest, long maxAnswer) {

	/**
	 * Nothing is changed.
	 */
	public static final Transform NONE = new Transform(Map.of(), Map.of(), Set.of(), null, Map.of(), Set.of(), Set.of(),
			Long.MAX_VALUE, Long.MAX_VALUE);

	/**
	 * Both transformations. Defaults and headers of the other one come before those of
	 * this one; the lower cap and the shorter length count.
	 * @param other the more special one
	 * @return both
	 */
	public Transform and(Transform other) {
		if (this == NONE || other == NONE) {
			return (this == NONE) ? other : this;
		}
		Map<String, BigDecimal> least = new LinkedHashMap<>(this.caps);
		other.caps.forEach((name, cap) -> least.merge(name, cap, BigDecimal::min));
		String both = (this.system == null) ? other.system
				: (other.system == null) ? this.system : this.system + "\n\n" + other.system;
		return new Transform(union(this.defaults, other.defaults), least, union(this.remove, other.remove), both,
				union(this.addHeaders, other.addHeaders), union(this.removeHeaders, other.removeHeaders),
				union(this.drop, other.drop), Math.min(this.maxRequest, other.maxRequest),
				Math.min(this.maxAnswer, other.maxAnswer));
	}

	private static Map<String, String> union(Map<String, String> some, Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(some);
		all.putAll(more);
		return all;
	}

	private static Set<String> union(Set<String> some, Set<String> more) {
		Set<String> all = new LinkedHashSet<>(some);
		all.addAll(more);
		return all;
	}

	/**
	 * Whether the body of a request is changed.
	 * @return {@code true} if it may be
	 */
	boolean changesRequests() {
		return !this.defaults.isEmpty() || !this.caps.isEmpty() || !this.remove.isEmpty() || this.system != null;
	}

}
