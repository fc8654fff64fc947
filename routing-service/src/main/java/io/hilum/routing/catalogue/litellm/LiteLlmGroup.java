package io.hilum.routing.catalogue.litellm;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one {@code model_name}: the deployments of one model.
 *
 * @param name the name
 * @param entries the entries, at least one
 */
record LiteLlmGroup(String name, List<LiteLlmEntry> entries) {

	Model model(Strategy strategy, Fallbacks fallbacks) {
		Function<LiteLlmEntry, @Nullable Integer> share = share();
		List<Deployment> deployments = this.entries.stream().map((entry) -> deployment(entry, share)).toList();
		boolean ordered = this.entries.stream().anyMatch((entry) -> entry.order() != null);
		return new Model(this.name, ordered ? Strategy.PRIORITY : strategy, deployments, least(LiteLlmEntry::context),
				least(LiteLlmEntry::maxOutput), fallbacks);
	}

	private static Deployment deployment(LiteLlmEntry entry, Function<LiteLlmEntry, @Nullable Integer> share) {
		Integer order = entry.order();
		Integer weight = share.apply(entry);
		return new Deployment(entry.provider(), entry.model(), entry.price(), (order != null) ? order : 1,
				(weight != null) ? weight : 0, entry.provider().type().limitField(),
				new Capacity(entry.tpm(), entry.rpm(), false));
	}

	/**
	 * The shares of a group are its weights, or else its requests, or else its tokens per
	 * minute, as LiteLLM has it.
	 */
	private Function<LiteLlmEntry, @Nullable Integer> share() {
		List<Function<LiteLlmEntry, @Nullable Integer>> shares = List.of(LiteLlmEntry::weight, LiteLlmEntry::rpm,
				LiteLlmEntry::tpm);
		return shares.stream()
			.filter((share) -> this.entries.stream().anyMatch((entry) -> share.apply(entry) != null))
			.findFirst()
			.orElse((entry) -> 1);
	}

	/**
	 * A model takes what each of its deployments takes.
	 */
	private @Nullable Integer least(Function<LiteLlmEntry, @Nullable Integer> number) {
		return this.entries.stream().map(number).filter(Objects::nonNull).min(Integer::compare).orElse(null);
	}

}
