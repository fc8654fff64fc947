package io.hilum.routing.catalogue;

import java.util.Optional;

/**
 * What providers ask for their models where a catalogue names no price.
 */
@FunctionalInterface
public interface ListPrices {

	/**
	 * No prices at all.
	 */
	ListPrices NONE = (type, model) -> Optional.empty();

	/**
	 * The price of a model.
	 * @param type the kind of provider
	 * @param model what the provider calls the model
	 * @return the price, if it is known
	 */
	Optional<Price> of(ProviderType type, String model);

}
