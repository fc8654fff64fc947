package io.hilum.routing.catalogue;

/**
 * Takes in new versions of the catalogue from where they are made.
 */
public interface CatalogueIntake {

	/**
	 * Take in what is in force at the source. From now on, copies of it that arrive
	 * later, such as a mounted file, are not looked at any more.
	 * @param content the bytes of the catalogue; if it is not valid, it is refused and
	 * reported and the old one stays
	 */
	void follow(byte[] content);

}
