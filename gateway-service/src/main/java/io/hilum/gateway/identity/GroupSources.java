package io.hilum.gateway.identity;

/**
 * Opens the source of groups of an issuer.
 */
@FunctionalInterface
public interface GroupSources {

	/**
	 * Open a source.
	 * @param access how it is asked
	 * @return the source
	 */
	GroupSource of(GraphAccess access);

}
