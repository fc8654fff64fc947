package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;

/**
 * The key that wraps the keys of collections. Deleting a wrapped key makes everything of
 * that collection unreadable, in backups too. While it is being rotated there are others
 * beside it, which unwrap what they wrapped and wrap nothing. Thread-safe.
 */
public final class MasterKey {

	private final AesGcm cipher;

	private final List<AesGcm> others;

	private MasterKey(AesGcm cipher, List<AesGcm> others) {
		this.cipher = cipher;
		this.others = others;
	}

	/**
	 * Read the key from configuration.
	 * @param base64 32 bytes in Base64 (RFC 4648 section 4)
	 * @return the key
	 */
	public static MasterKey parse(String base64) {
		return parse(base64, List.of());
	}

	/**
	 * Read the keys from configuration.
	 * @param base64 32 bytes in Base64 (RFC 4648 section 4)
	 * @param others the key before this one, or the one to come, in the same form
	 * @return the key
	 */
	public static MasterKey parse(String base64, List<String> others) {
		return new MasterKey(cipher(base64), others.stream().map(MasterKey::cipher).toList());
	}

	private static AesGcm cipher(String base64) {
		byte[] key;
		try {
			key = Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("the master key is not Base64");
		}
		return new AesGcm(key);
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
		return new DataKey(open(wrapped, collection));
	}

	/**
	 * Wrap the key of a collection by this key if another one wrapped it.
	 * @param wrapped the wrapped key
	 * @param collection the collection with which it was stored
	 * @return the wrapped key to be stored in its place, empty if it may stay
	 * @throws SealBrokenException if none of the keys wrapped it
	 */
	public Optional<byte[]> renew(byte[] wrapped, UUID collection) {
		return isOwn(wrapped, collection) ? Optional.empty()
				: Optional.of(this.cipher.seal(open(wrapped, collection), place(collection)));
	}

	private boolean isOwn(byte[] wrapped, UUID collection) {
		try {
			this.cipher.open(wrapped, place(collection));
			return true;
		}
		catch (SealBrokenException ex) {
			return false;
		}
	}

	private byte[] open(byte[] wrapped, UUID collection) {
		for (AesGcm other : this.others) {
			try {
				return other.open(wrapped, place(collection));
			}
			catch (SealBrokenException ex) {
				// Another one wrapped it.
			}
		}
		return this.cipher.open(wrapped, place(collection));
	}

	private static byte[] place(UUID collection) {
		return ("hilum-rag/1/key/" + collection).getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public String toString() {
		return "MasterKey[REDACTED]";
	}

}
