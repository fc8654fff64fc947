package io.hilum.usage.audit.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.usage.audit.chain.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Ed25519 key in a PEM file (RFC 7468) that only its owner may read: the private key,
 * then the public one.
 *
 * @param privateKey signs
 * @param publicKey verifies
 */
record KeyFile(PrivateKey privateKey, PublicKey publicKey) {

	private static final Logger logger = LoggerFactory.getLogger(KeyFile.class);

	private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";

	private static final String END = "-----END PRIVATE KEY-----";

	private static final Pattern PRIVATE_KEY = Pattern.compile(BEGIN + "([A-Za-z0-9+/=\\s]+)" + END);

	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	static KeyFile loadOrCreate(Path file) throws IOException, GeneralSecurityException {
		if (!Files.exists(file)) {
			create(file);
		}
		String pem = Files.readString(file);
		Matcher section = PRIVATE_KEY.matcher(pem);
		if (!section.find()) {
			throw new InvalidKeyException("expected PEM with a PRIVATE KEY");
		}
		byte[] encoded = Base64.getMimeDecoder().decode(section.group(1));
		return new KeyFile(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
				Signatures.parse(pem));
	}

	/**
	 * Makes the file whole or not at all. Whoever comes second takes the key of the
	 * first.
	 */
	private static void create(Path file) throws IOException, GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
		Path draft = Files.createTempFile(folder, "key", ".draft", OWNER_ONLY);
		try {
			Files.writeString(draft, format(pair.getPrivate()) + Signatures.format(pair.getPublic()));
			Files.createLink(file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			logger.info("Another instance has made {} meanwhile", file);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	private static String format(PrivateKey key) {
		String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded());
		return BEGIN + "\n" + base64 + "\n" + END + "\n";
	}

	@Override
	public String toString() {
		return "KeyFile[REDACTED]";
	}

}
