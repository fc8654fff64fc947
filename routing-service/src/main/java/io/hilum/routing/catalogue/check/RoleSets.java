package io.hilum.routing.catalogue.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sets of roles that stand for all sets that a caller can have. Roles that policies
 * ask about come in every combination. Others only permit: one of them permits the model
 * that is asked for, another one may permit raw text on the way, and no third changes
 * anything.
 */
final class RoleSets {

	private RoleSets() {
	}

	static List<Set<String>> of(Collection<String> roles, Set<Object> asked) {
		Set<String> named = new TreeSet<>();
		asked.forEach((name) -> named.add(String.valueOf(name)));
		List<String> others = roles.stream().filter((role) -> !named.contains(role)).sorted().toList();
		List<Set<String>> sets = new ArrayList<>();
		for (Set<String> some : subsets(List.copyOf(named))) {
			sets.add(some);
			for (int i = 0; i < others.size(); i++) {
				sets.add(with(some, others.get(i), others.get(i)));
				for (int j = i + 1; j < others.size(); j++) {
					sets.add(with(some, others.get(i), others.get(j)));
				}
			}
		}
		return sets;
	}

	/**
	 * How many sets there are, without making them.
	 * @param roles the roles of the catalogue
	 * @param asked those that policies ask about
	 * @return the number
	 */
	static long count(Collection<String> roles, Set<Object> asked) {
		long others = roles.stream().filter((role) -> !asked.contains(role)).count();
		return (1L << Math.min(asked.size(), 40)) * (1 + others + others * (others - 1) / 2);
	}

	private static List<Set<String>> subsets(List<String> names) {
		List<Set<String>> subsets = new ArrayList<>();
		for (int bits = 0; bits < 1 << names.size(); bits++) {
			Set<String> subset = new TreeSet<>();
			for (int i = 0; i < names.size(); i++) {
				if ((bits & 1 << i) != 0) {
					subset.add(names.get(i));
				}
			}
			subsets.add(subset);
		}
		return subsets;
	}

	private static Set<String> with(Set<String> some, String one, String other) {
		Set<String> more = new TreeSet<>(some);
		more.add(one);
		more.add(other);
		return more;
	}

}
