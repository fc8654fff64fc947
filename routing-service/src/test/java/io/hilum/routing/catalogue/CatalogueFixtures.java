package io.hilum.routing.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Catalogues for tests.
 */
public final class CatalogueFixtures {

	/**
	 * A day on which the agreement of {@link #provider(String)} {@code covered} is valid.
	 */
	public static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

	public static final Price PRICE = new Price(2_500_000_000L, 1_250_000_000L, 2_500_000_000L, 10_000_000_000L);

	private CatalogueFixtures() {
	}

	public static ProviderDefinition provider(String id) {
		return new ProviderDefinition(id, ProviderType.OPENAI_COMPATIBLE, URI.create("http://localhost:1/v1"), null,
				null, "here");
	}

	public static Deployment deployment(String provider, String model, int priority) {
		return new Deployment(provider(provider), model, PRICE, priority, 1, "max_tokens");
	}

	public static Model model(String name, Strategy strategy, List<String> fallback, Deployment... deployments) {
		return new Model(name, strategy, List.of(deployments), null, null, Fallbacks.to(fallback));
	}

	public static Catalogue catalogue(Model... models) {
		Map<String, Model> byName = new LinkedHashMap<>();
		for (Model model : models) {
			byName.put(model.name(), model);
		}
		Map<String, RolePolicy> roles = Map.of("Clinician", new RolePolicy("Clinician", Set.of("*"), PhiMode.ALLOW),
				"Billing", new RolePolicy("Billing", Set.of("small"), PhiMode.ALLOW), "Developer",
				new RolePolicy("Developer", Set.of("*"), PhiMode.PSEUDONYMISE));
		List<Agreement> agreements = List.of(new Agreement("baa", Set.of("covered"), LocalDate.of(2026, 6, 30)),
				new Agreement("old", Set.of("expired"), LocalDate.of(2026, 1, 4)));
		return new Catalogue("sha256:test", byName, roles, agreements);
	}

}
