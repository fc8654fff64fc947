package io.hilum.usage.reconciliation;

import java.time.LocalDate;

import reactor.core.publisher.Flux;

/**
 * What the ledger has of a provider.
 */
public interface ChargedModels {

	/**
	 * Sum up by model what reached the provider.
	 * @param provider the id of the provider in the catalogue
	 * @param from the first day, in UTC
	 * @param to the last day, in UTC
	 * @return a sum for each model
	 */
	Flux<Charged> of(String provider, LocalDate from, LocalDate to);

}
