package io.hilum.usage.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The public keys by which heads are believed.
 */
public final class Signatures {

	private static final int ID_LENGTH = 16;

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
	 * @param pem the key in PEM (RFC 7468)
	 * @return the key
	 * @throws GeneralSecurityException if it is no Ed25519 key
	 */
	public static PublicKey parse(String pem) throws GeneralSecurityException {
		String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
		return KeyFactory.getInstance("Ed25519")
			.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
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
