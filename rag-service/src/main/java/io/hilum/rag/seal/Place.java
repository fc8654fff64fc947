package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed text belongs. It is authenticated with the text (AAD of GCM), so that a
 * text moved to another row, column or collection does not open.
 *
 * @param collection the collection
 * @param document the document
 * @param part what of the document: its title, its file, or one passage's text or vector
 */
public record Place(UUID collection, UUID document, String part) {

	private static final String VERSION = "hilum-rag/1";

	private static final String KEYS = VERSION + "/key/";

	/**
	 * The place of a document's title.
	 * @param collection the collection
	 * @param document the document
	 * @return the place
	 */
	public static Place title(UUID collection, UUID document) {
		return new Place(collection, document, "title");
	}

	/**
	 * The place of a document's file while it waits.
	 * @param collection the collection
	 * @param document the document
	 * @return the place
	 */
	public static Place file(UUID collection, UUID document) {
		return new Place(collection, document, "file");
	}

	/**
	 * The place of the text of a passage.
	 * @param collection the collection
	 * @param document the document
	 * @param passage the passage
	 * @return the place
	 */
	public static Place text(UUID collection, UUID document, UUID passage) {
		return new Place(collection, document, "text/" + passage);
	}

	/**
	 * The place of the vector of a passage.
	 * @param collection the collection
	 * @param document the document
	 * @param passage the passage
	 * @return the place
	 */
	public static Place vector(UUID collection, UUID document, UUID passage) {
		return new Place(collection, document, "vector/" + passage);
	}

	/**
	 * The place of a collection's key.
	 * @param collection the collection
	 * @return the place
	 */
	public static String ofKey(UUID collection) {
		return KEYS + collection;
	}

	static boolean isOfKey(String place) {
		return place.startsWith(KEYS);
	}

	/**
	 * What is authenticated with everything that is sealed.
	 * @return the place in ASCII
	 */
	public byte[] bytes() {
		String path = String.join("/", VERSION, this.collection.toString(), this.document.toString(), this.part);
		return path.getBytes(StandardCharsets.US_ASCII);
	}

}
