package io.hilum.usage.audit.chain;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public keys by which heads are believed.
 */
public final class Signatures {

	private static final int ID_LENGTH = 16;

	private static final Pattern PUBLIC_KEY = Pattern
		.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

	private final Map<String, PublicKey> keys;

	/**
	 * Create signatures.
	 * @param keys the keys that are believed
	 */
	public Signatures(Collection<PublicKey> keys) {
		this.keys = keys.stream().distinct().collect(Collectors.toMap(Signatures::idOf, (key) -> key));
	}

	/**
	 * The id of a key: the beginning of its fingerprint.
	 * @param key the public key
	 * @return the id
	 */
	public static String idOf(PublicKey key) {
		return Hash.sha256(key.getEncoded()).substring(0, ID_LENGTH);
	}

	/**
	 * Read a public key.
	 * @param pem the key in PEM (RFC 7468), possibly beside its private key
	 * @return the key
	 * @throws GeneralSecurityException if there is no Ed25519 key
	 */
	public static PublicKey parse(String pem) throws GeneralSecurityException {
		Matcher section = PUBLIC_KEY.matcher(pem);
		if (!section.find()) {
			throw new InvalidKeyException("expected PEM with a PUBLIC KEY");
		}
		try {
			return KeyFactory.getInstance("Ed25519")
				.generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(section.group(1))));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidKeyException("expected a PUBLIC KEY in Base64", ex);
		}
	}

	/**
	 * Write a public key.
	 * @param key the key
	 * @return the key in PEM
	 */
	public static String format(PublicKey key) {
		String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded());
		return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
	}

	/**
	 * Whether a believed key signed this.
	 * @param keyId the id of the key
	 * @param content what was signed
	 * @param signature the signature in Base64
	 * @return {@code false} if the key is not believed or the signature is wrong
	 */
	public boolean verify(String keyId, byte[] content, String signature) {
		PublicKey key = this.keys.get(keyId);
		if (key == null) {
			return false;
		}
		try {
			Signature verifier = Signature.getInstance("Ed25519");
			verifier.initVerify(key);
			verifier.update(content);
			return verifier.verify(Base64.getDecoder().decode(signature));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

}
