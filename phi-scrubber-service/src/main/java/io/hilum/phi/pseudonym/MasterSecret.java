package io.hilum.phi.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The secret of the installation from which the key of each conversation is derived
 * (HKDF, RFC 5869). All replicas share it; who changes it makes all pseudonyms new.
 */
public final class MasterSecret {

	private static final int MIN_BYTES = 32;

	private static final int KEY_BYTES = 32;

	private final byte[] secret;

	private MasterSecret(byte[] secret) {
		this.secret = secret;
	}

	/**
	 * Read the secret from configuration.
	 * @param base64 at least 32 bytes in Base64 (RFC 4648 section 4)
	 * @return the secret
	 * @throws IllegalArgumentException if it is empty, no Base64, or too short
	 */
	public static MasterSecret parse(String base64) {
		byte[] secret = decode(base64.strip());
		if (secret.length < MIN_BYTES) {
			throw new IllegalArgumentException("the master secret of pseudonyms needs at least " + MIN_BYTES
					+ " bytes in Base64, has " + secret.length);
		}
		return new MasterSecret(secret);
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("the master secret of pseudonyms is not Base64");
		}
	}

	/**
	 * Derive the key of a scope.
	 * @param scope the conversation within which pseudonyms are stable
	 * @return the key
	 */
	public PseudonymKey keyOf(String scope) {
		return new PseudonymKey(derive("hilum-pseudonym/v1/" + scope, PseudonymKey.ALGORITHM));
	}

	/**
	 * Derive the key that seals what is kept for review.
	 * @return 32 bytes
	 */
	public byte[] reviewKey() {
		return derive("hilum-review/v1", "AES").getEncoded();
	}

	private SecretKey derive(String purpose, String algorithm) {
		byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey(algorithm, HKDFParameterSpec.ofExtract().addIKM(this.secret).thenExpand(info, KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", ex);
		}
	}

	@Override
	public String toString() {
		return "MasterSecret[REDACTED]";
	}

}
