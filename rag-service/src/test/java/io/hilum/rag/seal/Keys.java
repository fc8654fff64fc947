package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.WrappedKey;
import io.hilum.trust.seal.file.KeyRing;

/**
 * Keys of collections for the tests of others.
 */
public final class Keys {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Keys() {
	}

	/**
	 * Data keys under a master key of zeros.
	 * @return the keys
	 */
	public static DataKeys create() {
		return new DataKeys(KeyRing.of(List.of(Base64.getEncoder().encodeToString(new byte[32]))), 100, PATIENCE);
	}

	/**
	 * A key for a new collection.
	 * @param keys what wraps it
	 * @param collection the collection
	 * @return the wrapped key
	 */
	public static WrappedKey newKey(DataKeys keys, UUID collection) {
		return keys.create(Place.ofKey(collection)).blockOptional(PATIENCE).orElseThrow();
	}

	/**
	 * Wrap a key as before there were keepers.
	 * @param master the master key in Base64
	 * @param key the key
	 * @param collection its collection
	 * @return what was stored then
	 */
	public static byte[] wrappedInFirstForm(String master, byte[] key, UUID collection) {
		return new AesGcm(Base64.getDecoder().decode(master)).seal(key,
				("hilum-rag/1/key/" + collection).getBytes(StandardCharsets.US_ASCII));
	}

}
