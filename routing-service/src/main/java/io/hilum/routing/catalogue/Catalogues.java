package io.hilum.routing.catalogue;

/**
 * Where the catalogue in force is found. A request asks once and keeps what it got.
 */
public interface Catalogues {

	/**
	 * The catalogue in force.
	 * @return the present version
	 */
	Catalogue current();

}
