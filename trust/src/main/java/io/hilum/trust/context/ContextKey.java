package io.hilum.trust.context;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import io.hilum.trust.seal.Hmac;

/**
 * The secret that one issuer and one audience share (HMAC-SHA-256, RFC 2104). Each pair
 * has its own, so a service can forge contexts for nobody but itself.
 */
public final class ContextKey {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int MIN_BYTES = 32;

	private final Hmac secret;

	private ContextKey(byte[] secret) {
		if (secret.length < MIN_BYTES) {
			throw new IllegalArgumentException(
					"a context key needs at least " + MIN_BYTES + " bytes, has " + secret.length);
		}
		this.secret = new Hmac(secret);
	}

	/**
	 * Read a key from configuration.
	 * @param base64 the key, at least 32 bytes in Base64 (RFC 4648 section 4)
	 * @return the key
	 */
	public static ContextKey parse(String base64) {
		return new ContextKey(Base64.getDecoder().decode(base64));
	}

	/**
	 * Derive the key of a pair from a master secret (HKDF, RFC 5869).
	 * @param master at least 32 bytes in Base64
	 * @param issuer the service that signs
	 * @param audience the service that verifies
	 * @return the key in Base64, as {@link #parse(String)} reads it
	 */
	public static String derive(String master, String issuer, String audience) {
		byte[] info = ("hilum-context/" + issuer + "/" + audience).getBytes(java.nio.charset.StandardCharsets.UTF_8);
		try {
			SecretKey key = KDF.getInstance("HKDF-SHA256")
				.deriveKey(ALGORITHM,
						HKDFParameterSpec.ofExtract()
							.addIKM(Base64.getDecoder().decode(master))
							.thenExpand(info, MIN_BYTES));
			return Base64.getEncoder().encodeToString(key.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", ex);
		}
	}

	byte[] sign(byte[] content) {
		return this.secret.code(content);
	}

	@Override
	public String toString() {
		return "ContextKey[REDACTED]";
	}

}
