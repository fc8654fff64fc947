package io.hilum.routing.provider;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;

/**
 * All providers, each made once and kept over versions of the catalogue while its
 * definition stays the same. Thread-safe.
 */
public final class Providers {

	private final Map<ProviderType, ProviderFactory> factories = new EnumMap<>(ProviderType.class);

	private final Map<ProviderDefinition, Provider> made = new ConcurrentHashMap<>();

	public Providers(List<ProviderFactory> factories) {
		factories.forEach((factory) -> factory.types().forEach((type) -> this.factories.put(type, factory)));
	}

	/**
	 * The provider of a definition.
	 * @param definition the definition
	 * @return the provider
	 */
	public Provider of(ProviderDefinition definition) {
		Provider known = this.made.get(definition);
		return (known != null) ? known : this.made.computeIfAbsent(definition, this::create);
	}

	private Provider create(ProviderDefinition definition) {
		ProviderFactory factory = this.factories.get(definition.type());
		if (factory == null) {
			throw new IllegalStateException("no adapter for providers of type " + definition.type());
		}
		return factory.create(definition);
	}

}
