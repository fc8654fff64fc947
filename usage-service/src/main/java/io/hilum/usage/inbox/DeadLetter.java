package io.hilum.usage.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of a record that could not be taken in: its place, the class of the error
 * and a fingerprint. Neither its content nor the message of the error, which may quote
 * it.
 *
 * @param offset the place of the record in its partition
 * @param error the class of the error
 * @param sha256 the SHA-256 of the value in hex
 * @param bytes the length of the value
 */
public record DeadLetter(long offset, String error, String sha256, int bytes) {

	static DeadLetter of(Letter letter, Throwable error) {
		return new DeadLetter(letter.offset(), error.getClass().getSimpleName(), sha256(letter.value()),
				letter.value().length);
	}

	private static String sha256(byte[] value) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
