package io.hilum.routing.catalogue.yaml;

import org.jspecify.annotations.Nullable;

/**
 * The environment, as a catalogue refers to it.
 */
@FunctionalInterface
public interface Variables {

	/**
	 * The value of a variable.
	 * @param name the name
	 * @return the value or {@code null} if it is not set
	 */
	@Nullable String find(String name);

}
