package io.hilum.trust.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce of 96 bits in
 * front and a tag of 128 bits behind the ciphertext. Thread-safe.
 */
public final class AesGcm {

	private static final int KEY_BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	/**
	 * By how many bytes what is sealed is longer than it was.
	 */
	public static final int OVERHEAD = NONCE_BYTES + TAG_BITS / Byte.SIZE;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	/**
	 * Seal with a key.
	 * @param key the key, 32 bytes
	 */
	public AesGcm(byte[] key) {
		if (key.length != KEY_BYTES) {
			throw new IllegalArgumentException(
					"an AES-256 key has " + KEY_BYTES + " bytes, this one has " + key.length);
		}
		this.key = new SecretKeySpec(key, "AES");
	}

	/**
	 * Draw a key.
	 * @return 32 random bytes
	 */
	public static byte[] randomKey() {
		byte[] key = new byte[KEY_BYTES];
		RANDOM.nextBytes(key);
		return key;
	}

	/**
	 * Seal something for its place.
	 * @param plain what is sealed
	 * @param place what must be the same when it is opened; may be empty
	 * @return nonce, ciphertext and tag
	 */
	public byte[] seal(byte[] plain, byte[] place) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		byte[] sealed = Arrays.copyOf(nonce, plain.length + OVERHEAD);
		try {
			cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
			return sealed;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-256-GCM is part of every JDK", ex);
		}
	}

	/**
	 * Open what was sealed.
	 * @param sealed nonce, ciphertext and tag
	 * @param place what it was sealed for
	 * @return what was sealed
	 * @throws SealBrokenException if it was changed, or sealed otherwise
	 */
	public byte[] open(byte[] sealed, byte[] place) {
		if (sealed.length < OVERHEAD) {
			throw new SealBrokenException();
		}
		try {
			byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
			return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
		}
		catch (AEADBadTagException ex) {
			throw new SealBrokenException();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-256-GCM is part of every JDK", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place);
		return cipher;
	}

}
