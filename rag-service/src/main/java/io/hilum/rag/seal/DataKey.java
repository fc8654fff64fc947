package io.hilum.rag.seal;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;

/**
 * The key of one collection. It exists in memory while it is used and is stored only
 * wrapped. Thread-safe.
 */
public final class DataKey {

	private final AesGcm cipher;

	DataKey(byte[] key) {
		this.cipher = new AesGcm(key);
	}

	/**
	 * Seal content for its place.
	 * @param plain the content
	 * @param place where it will be stored
	 * @return what to store
	 */
	public byte[] seal(byte[] plain, Place place) {
		return this.cipher.seal(plain, place.bytes());
	}

	/**
	 * Open what was stored.
	 * @param sealed what was stored
	 * @param place where it was found
	 * @return the content
	 * @throws SealBrokenException if it was changed or belongs elsewhere
	 */
	public byte[] open(byte[] sealed, Place place) {
		return this.cipher.open(sealed, place.bytes());
	}

	@Override
	public String toString() {
		return "DataKey[REDACTED]";
	}

}
