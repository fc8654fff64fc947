package io.hilum.routing.plan;

import java.util.List;

import io.hilum.routing.catalogue.Model;

/**
 * What is tried, in which order, and what is not, and why.
 *
 * @param model the model that was asked for
 * @param catalogueVersion the version of the catalogue
 * @param candidates what is tried, best first; at least one
 * @param excluded what is not tried
 */
public record Plan(Model model, String catalogueVersion, List<Candidate> candidates, List<Exclusion> excluded) {

	public Plan {
		if (candidates.isEmpty()) {
			throw new IllegalArgumentException("a plan needs a candidate");
		}
		candidates = List.copyOf(candidates);
		excluded = List.copyOf(excluded);
	}

	/**
	 * A deployment that is not tried.
	 *
	 * @param deployment its id
	 * @param reason why
	 */
	public record Exclusion(String deployment, String reason) {

	}

}
