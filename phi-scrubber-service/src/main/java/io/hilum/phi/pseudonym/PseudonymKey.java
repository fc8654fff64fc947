package io.hilum.phi.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The key of one scope. Makes codes (HMAC-SHA-256, RFC 2104) in an alphabet without
 * vowels, so that no words arise, and without characters that look like others. Belongs
 * to one thread.
 */
public final class PseudonymKey {

	static final String ALGORITHM = "HmacSHA256";

	/**
	 * The characters of a code.
	 */
	static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

	/**
	 * The number of characters of a code at its full length, 115 bits.
	 */
	static final int LENGTH = 24;

	private final Mac mac;

	PseudonymKey(SecretKey key) {
		try {
			this.mac = Mac.getInstance(ALGORITHM);
			this.mac.init(key);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is part of every JDK", ex);
		}
	}

	/**
	 * The code of a value at its full length; any prefix of it serves as a shorter one.
	 * @param kind what the value is, so that equal values of two kinds differ
	 * @param value the value
	 */
	String code(String kind, String value) {
		this.mac.update(kind.getBytes(StandardCharsets.UTF_8));
		this.mac.update((byte) 0);
		byte[] digest = this.mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
		StringBuilder code = new StringBuilder(LENGTH);
		for (int word = 0; word < LENGTH / 6; word++) {
			long bits = 0;
			for (int i = 0; i < Long.BYTES - 1; i++) {
				bits = (bits << 8) | (digest[word * 7 + i] & 0xff);
			}
			for (int i = 0; i < 6; i++) {
				code.append(ALPHABET.charAt((int) (bits % ALPHABET.length())));
				bits /= ALPHABET.length();
			}
		}
		return code.toString();
	}

	@Override
	public String toString() {
		return "PseudonymKey[REDACTED]";
	}

}
