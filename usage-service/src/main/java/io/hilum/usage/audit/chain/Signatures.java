package io.hilum.usage.audit.chain;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
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

	private static final Pattern PRIVATE_KEY = Pattern
		.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

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
	 * @param pem the key in PEM (RFC 7468): by itself, beside its private key, or as the
	 * private key that it belongs to
	 * @return the key
	 * @throws GeneralSecurityException if there is no Ed25519 key
	 */
	public static PublicKey parse(String pem) throws GeneralSecurityException {
		Matcher section = PUBLIC_KEY.matcher(pem);
		if (section.find()) {
			return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(decode(section.group(1))));
		}
		return publicKeyOf(parsePrivate(pem));
	}

	/**
	 * Read a private key.
	 * @param pem the key in PEM
	 * @return the key
	 * @throws GeneralSecurityException if there is no Ed25519 key
	 */
	public static PrivateKey parsePrivate(String pem) throws GeneralSecurityException {
		Matcher section = PRIVATE_KEY.matcher(pem);
		if (!section.find()) {
			throw new InvalidKeyException("expected PEM with a PUBLIC KEY or a PRIVATE KEY");
		}
		return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(decode(section.group(1))));
	}

	/**
	 * The public key of a private one: what a generator makes that draws just this key
	 * (RFC 8032 section 5.1.5: any 32 bytes are a key).
	 * @param key the private key
	 * @return its public key
	 * @throws GeneralSecurityException if it is no Ed25519 key
	 */
	public static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
		if (!(key instanceof EdECPrivateKey edwards)) {
			throw new InvalidKeyException("expected an Ed25519 key");
		}
		byte[] drawn = edwards.getBytes().orElseThrow(() -> new InvalidKeyException("expected a key with its bytes"));
		KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
		generator.initialize(NamedParameterSpec.ED25519, new Drawn(drawn));
		return generator.generateKeyPair().getPublic();
	}

	private static byte[] decode(String base64) throws InvalidKeyException {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidKeyException("expected a key in Base64", ex);
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

	/**
	 * Draws one given key.
	 */
	private static final class Drawn extends SecureRandom {

		private static final long serialVersionUID = 1L;

		private final transient byte[] bytes;

		Drawn(byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public void nextBytes(byte[] target) {
			System.arraycopy(this.bytes, 0, target, 0, target.length);
		}

	}

}
