package io.hilum.usage.audit.chain;

/**
 * What the parts of an archive are called.
 */
public final class ArchiveNames {

	/**
	 * The part that says how far the archive reaches.
	 */
	public static final String MANIFEST = "manifest.json";

	/**
	 * The part that says which batches were removed when their time was over.
	 */
	public static final String EXPIRY = "expiry.json";

	private ArchiveNames() {
	}

	/**
	 * The events of a batch, one a line.
	 * @param batch the number of the batch
	 * @return the name
	 */
	public static String batch(long batch) {
		return "batches/%06d.ndjson".formatted(batch);
	}

	/**
	 * The signed head of a batch.
	 * @param batch the number of the batch
	 * @return the name
	 */
	public static String head(long batch) {
		return "heads/%06d.json".formatted(batch);
	}

	/**
	 * A public key, in PEM.
	 * @param keyId the id of the key
	 * @return the name
	 */
	public static String key(String keyId) {
		return "keys/" + keyId + ".pem";
	}

}
