package io.hilum.routing.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.hilum.routing.catalogue.Model;
import io.hilum.trust.context.PhiState;

/**
 * What is tried, in which order, and what is not, and why.
 *
 * @param request what the plan was made for
 * @param model the model that was asked for
 * @param catalogueVersion the version of the catalogue
 * @param candidates what is tried, best first; at least one
 * @param larger what is tried instead once a provider says that the request is too long
 * @param lenient what is tried instead once a provider's content filter refuses
 * @param excluded what is not tried
 */
public record Plan(PlanRequest request, Model model, String catalogueVersion, List<Candidate> candidates,
		List<Candidate> larger, List<Candidate> lenient, List<Exclusion> excluded) {

	public Plan {
		if (candidates.isEmpty()) {
			throw new IllegalArgumentException("a plan needs a candidate");
		}
		candidates = List.copyOf(candidates);
		larger = List.copyOf(larger);
		lenient = List.copyOf(lenient);
		excluded = List.copyOf(excluded);
	}

	/**
	 * A plan without special cases.
	 * @param model the model that was asked for
	 * @param catalogueVersion the version of the catalogue
	 * @param candidates what is tried, best first; at least one
	 * @param excluded what is not tried
	 */
	public Plan(Model model, String catalogueVersion, List<Candidate> candidates, List<Exclusion> excluded) {
		this(new PlanRequest(model.name(), List.of(), PhiState.NONE, LocalDate.EPOCH), model, catalogueVersion,
				candidates, List.of(), List.of(), excluded);
	}

	/**
	 * Everything that may be tried, whatever happens.
	 * @return the candidates, those for special cases last
	 */
	public List<Candidate> all() {
		if (this.larger.isEmpty() && this.lenient.isEmpty()) {
			return this.candidates;
		}
		List<Candidate> all = new ArrayList<>(this.candidates);
		all.addAll(this.larger);
		all.addAll(this.lenient);
		return all;
	}

	/**
	 * Whether an answer may be paid for that is not given.
	 * @return {@code true} if one that a content filter cut may be passed over
	 */
	public boolean mayPassOver() {
		return this.model.fallbacks().afterAnswer() && !this.lenient.isEmpty();
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
