package io.hilum.routing.policy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The values with which conditions compare variables. Two requests that stand in the same
 * relation to all of them are the same to every condition, so that finitely many requests
 * stand for all.
 *
 * @param values texts and numbers, by the name of the variable
 */
public record Vocabulary(Map<String, Set<Object>> values) {

	/**
	 * No variable is compared with anything.
	 */
	public static final Vocabulary NONE = new Vocabulary(Map.of());

	public Vocabulary {
		values = Map.copyOf(values);
	}

	/**
	 * The values of a variable.
	 * @param variable its name
	 * @return the values, none if no condition asks about it
	 */
	public Set<Object> of(String variable) {
		return this.values.getOrDefault(variable, Set.of());
	}

	/**
	 * The values of both.
	 * @param other another vocabulary
	 * @return the union
	 */
	public Vocabulary and(Vocabulary other) {
		Map<String, Set<Object>> all = new HashMap<>();
		this.values.forEach((name, known) -> all.put(name, new LinkedHashSet<>(known)));
		other.values.forEach((name, known) -> all.computeIfAbsent(name, (key) -> new LinkedHashSet<>()).addAll(known));
		return new Vocabulary(all);
	}

}
