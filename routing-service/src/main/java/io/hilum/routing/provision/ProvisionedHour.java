package io.hilum.routing.provision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Provision;

/**
 * One hour of provisioned throughput. Told at least once by each replica; the id is the
 * same each time.
 *
 * @param deployment the deployment
 * @param model the model that it is of, as the catalogue names it
 * @param provision what was bought
 * @param start when the hour began
 * @param catalogueVersion the catalogue that says so
 */
public record ProvisionedHour(Deployment deployment, String model, Provision provision, Instant start,
		String catalogueVersion) {

	/**
	 * The id of the event.
	 * @return the same for the same hour of the same deployment
	 */
	public String id() {
		return UUID.nameUUIDFromBytes((this.deployment.id() + "|" + this.start).getBytes(StandardCharsets.UTF_8))
			.toString();
	}

}
