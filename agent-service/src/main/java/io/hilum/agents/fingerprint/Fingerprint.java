package io.hilum.agents.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What changes if anything of a text changes, and with nothing else.
 */
public final class Fingerprint {

	private Fingerprint() {
	}

	/**
	 * The SHA-256 of a text in UTF-8.
	 * @param text the text
	 * @return {@code sha256:} and 64 hexadecimal digits
	 */
	public static String of(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "sha256:" + HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
