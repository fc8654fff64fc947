package io.hilum.quickstart.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key for programs, {@code hlm_<id>_<secret>}.
 *
 * @param id the public half
 * @param secret the other one, 32 bytes in URL-safe Base64
 */
public record HilumKey(String id, String secret) {

	/**
	 * What a client sends.
	 * @return the whole key
	 */
	public String text() {
		return "hlm_" + this.id + "_" + this.secret;
	}

	/**
	 * What a service may know.
	 * @return the SHA-256 of the whole key in hex
	 */
	public String sha256() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	@Override
	public String toString() {
		return "HilumKey[" + this.id + ", REDACTED]";
	}

}
