package io.hilum.routing.catalogue.web;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import org.jspecify.annotations.Nullable;

/**
 * A model, as OpenAI lists it, and what Hilum knows beyond.
 */
record ModelEntry(String id, String object, long created, @JsonProperty("owned_by") String ownedBy, Details hilum) {

	static ModelEntry of(Model model, Catalogue catalogue, List<String> roles, LocalDate today) {
		boolean raw = catalogue.maySendRaw(roles, model.name());
		List<Place> places = model.deployments()
			.stream()
			.map((place) -> Place.of(place, catalogue, raw, today))
			.toList();
		Deployment first = model.deployments().getFirst();
		return new ModelEntry(model.name(), "model", 0, first.provider().id(), new Details(model.context(),
				model.maxOutput(), Prices.of(first.price()), places, model.fallbacks().usual()));
	}

	/**
	 * What Hilum knows.
	 */
	record Details(@Nullable Integer context, @JsonProperty("max_output") @Nullable Integer maxOutput,
			@JsonProperty("price_usd_per_million") Prices price, List<Place> deployments, List<String> fallback) {

	}

	/**
	 * Where the model runs.
	 *
	 * @param provider the id of the provider
	 * @param type the kind of the provider
	 * @param region where it computes
	 * @param agreement the agreement that covers it today
	 * @param raw whether the caller may send it text that is not de-identified
	 */
	record Place(String provider, String type, @Nullable String region, @Nullable String agreement, boolean raw) {

		static Place of(Deployment deployment, Catalogue catalogue, boolean raw, LocalDate today) {
			String agreement = catalogue.agreement(deployment.provider().id(), today).map(Agreement::id).orElse(null);
			return new Place(deployment.provider().id(), deployment.provider().type().id(),
					deployment.provider().region(), agreement, raw && agreement != null);
		}

	}

}
