package io.hilum.usage.provision;

import java.time.Instant;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hours of provisioned throughput, each written once and never changed.
 */
public interface ProvisionedHours {

	/**
	 * Write hours, in the present transaction. An hour that is known changes nothing,
	 * whatever else it says.
	 * @param hours the hours
	 * @return when they are written
	 */
	Mono<Void> append(List<ProvisionedHour> hours);

	/**
	 * What was paid for in some time, and who used it.
	 * @param from the first instant
	 * @param to the first instant after
	 * @return the deployments in the order of their ids
	 */
	Flux<ProvisionedUse> between(Instant from, Instant to);

}
