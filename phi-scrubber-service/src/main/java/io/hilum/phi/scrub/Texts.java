package io.hilum.phi.scrub;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.known.Identity;

/**
 * The texts of one request. It prints their number only.
 *
 * @param all the texts
 * @param continuing the indexes of those that go on from the text before, such as the
 * parts of one message
 * @param identities identifiers that the caller knows to be those of somebody in them
 */
public record Texts(List<String> all, Set<Integer> continuing, List<Identity> identities) {

	public Texts {
		all = List.copyOf(all);
		continuing = Set.copyOf(continuing);
		identities = List.copyOf(identities);
		for (int index : continuing) {
			if (index < 1 || index >= all.size()) {
				throw new IllegalArgumentException("no text goes on from another at " + index);
			}
		}
	}

	/**
	 * Texts that stand each by itself.
	 * @param texts the texts
	 * @return the same
	 */
	public static Texts of(List<String> texts) {
		return new Texts(texts, Set.of(), List.of());
	}

	/**
	 * Go over the texts that go on from each other.
	 * @param visitor what is told the first of them and the one behind the last
	 */
	void groups(Visitor visitor) {
		int first = 0;
		for (int i = 1; i <= this.all.size() && !this.continuing.isEmpty(); i++) {
			if (!this.continuing.contains(i)) {
				if (i - first > 1) {
					visitor.visit(first, i);
				}
				first = i;
			}
		}
	}

	@Override
	public String toString() {
		return "Texts[size=" + this.all.size() + "]";
	}

	/**
	 * What is told of texts that go on from each other.
	 */
	@FunctionalInterface
	interface Visitor {

		void visit(int first, int end);

	}

}
