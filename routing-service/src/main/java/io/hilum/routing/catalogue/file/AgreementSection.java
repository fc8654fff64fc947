package io.hilum.routing.catalogue.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The section {@code agreements}.
 */
final class AgreementSection {

	private static final Set<String> KEYS = Set.of("id", "covers", "expires", "evidence");

	private AgreementSection() {
	}

	static List<Agreement> read(YamlObject root, Predicate<String> isProvider, Findings findings) {
		List<Agreement> agreements = new ArrayList<>();
		for (YamlObject agreement : root.objects("agreements")) {
			agreement.allowing(KEYS);
			List<String> covers = agreement.texts("covers");
			covers.stream()
				.filter((provider) -> !isProvider.test(provider))
				.forEach((provider) -> findings.fault(agreement.line("covers"),
						"there is no provider '" + provider + "'"));
			agreements.add(new Agreement(agreement.text("id"), Set.copyOf(covers), agreement.day("expires")));
		}
		return agreements;
	}

}
