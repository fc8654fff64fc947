package io.hilum.usage.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A whole key, {@code hlm_ID_SECRET}: 256 random bits that only its owner ever sees. It
 * does not print itself.
 *
 * @param value the key
 */
public record KeySecret(String value) {

	private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final int ID_LENGTH = 10;

	private static final int SECRET_BYTES = 32;

	static String newId(RandomGenerator random) {
		StringBuilder id = new StringBuilder(ID_LENGTH);
		for (int i = 0; i < ID_LENGTH; i++) {
			id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return id.toString();
	}

	static KeySecret of(String id, RandomGenerator random) {
		byte[] secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		return new KeySecret("hlm_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
	}

	/**
	 * What is stored in place of the key.
	 * @return its SHA-256 in hex
	 */
	public String sha256() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(this.value.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	@Override
	public String toString() {
		return "KeySecret[REDACTED]";
	}

}
