package io.hilum.routing.provision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Provision;

/**
 * Which hours have to be told. Each deployment counts once, by however many names its
 * models go.
 */
final class ProvisionedHours {

	private ProvisionedHours() {
	}

	/**
	 * The hours that are over, the oldest of each deployment first.
	 * @param catalogue the catalogue
	 * @param now the time
	 * @param lookBack how far back to go
	 * @return the hours
	 */
	static Stream<ProvisionedHour> over(Catalogue catalogue, Instant now, Duration lookBack) {
		Set<String> seen = new HashSet<>();
		return catalogue.models()
			.values()
			.stream()
			.flatMap((model) -> model.deployments()
				.stream()
				.filter((deployment) -> deployment.capacity().provision() != null && seen.add(deployment.id()))
				.flatMap((deployment) -> of(catalogue, model, deployment, now, lookBack)));
	}

	private static Stream<ProvisionedHour> of(Catalogue catalogue, Model model, Deployment deployment, Instant now,
			Duration lookBack) {
		Provision provision = deployment.capacity().provision();
		Instant present = now.truncatedTo(ChronoUnit.HOURS);
		return (provision == null) ? Stream.empty()
				: Stream
					.iterate(present.minus(lookBack).truncatedTo(ChronoUnit.HOURS), (hour) -> hour.isBefore(present),
							(hour) -> hour.plus(1, ChronoUnit.HOURS))
					.filter(provision::covers)
					.map((hour) -> new ProvisionedHour(deployment, model.name(), provision, hour, catalogue.version()));
	}

}
