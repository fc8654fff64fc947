package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;

/**
 * The key that wraps the keys of collections. Deleting a wrapped key makes everything of
 * that collection unreadable, in backups too. Thread-safe.
 */
public final class MasterKey {

	private final AesGcm cipher;

	private MasterKey(byte[] key) {
		this.cipher = new AesGcm(key);
	}

	/**
	 * Read the key from configuration.
	 * @param base64 32 bytes in Base64 (RFC 4648 section 4)
	 * @return the key
	 */
	public static MasterKey parse(String base64) {
		byte[] key;
		try {
			key = Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("the master key is not Base64");
		}
		return new MasterKey(key);
	}

	/**
	 * Make the key of a new collection.
	 * @param collection the collection
	 * @return the wrapped key, to be stored with the collection
	 */
	public byte[] newWrappedKey(UUID collection) {
		return this.cipher.seal(AesGcm.randomKey(), place(collection));
	}

	/**
	 * Open the key of a collection.
	 * @param wrapped the wrapped key
	 * @param collection the collection with which it was stored
	 * @return the key
	 * @throws SealBrokenException if the wrapped key is of another collection or master
	 */
	public DataKey unwrap(byte[] wrapped, UUID collection) {
		return new DataKey(this.cipher.open(wrapped, place(collection)));
	}

	private static byte[] place(UUID collection) {
		return ("hilum-rag/1/key/" + collection).getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public String toString() {
		return "MasterKey[REDACTED]";
	}

}
