package io.hilum.routing.provider;

import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;

/**
 * Makes the providers of some types.
 */
public interface ProviderFactory {

	/**
	 * The types that it makes.
	 * @return the types
	 */
	Set<ProviderType> types();

	/**
	 * Make a provider.
	 * @param definition where it is and how to log in
	 * @return the provider
	 */
	Provider create(ProviderDefinition definition);

}
