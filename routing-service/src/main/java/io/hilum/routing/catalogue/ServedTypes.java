package io.hilum.routing.catalogue;

import java.util.Set;

/**
 * The types of providers for which there is an adapter. A catalogue that names another
 * one is refused when it is read, not when it is used.
 *
 * @param types the types
 */
public record ServedTypes(Set<ProviderType> types) {

	public ServedTypes {
		types = Set.copyOf(types);
	}

	/**
	 * All types, for tools that call nobody.
	 * @return the types
	 */
	public static ServedTypes all() {
		return new ServedTypes(Set.of(ProviderType.values()));
	}

	/**
	 * Whether there is an adapter.
	 * @param type the type
	 * @return {@code true} if there is
	 */
	public boolean serves(ProviderType type) {
		return this.types.contains(type);
	}

}
