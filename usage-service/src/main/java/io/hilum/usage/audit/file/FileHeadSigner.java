package io.hilum.usage.audit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.HeadSigner;
import io.hilum.usage.audit.chain.Signatures;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * An Ed25519 key in a PEM file that only its owner may read: first the private key, then
 * the public one. It is made if it is not there.
 */
@Component
class FileHeadSigner implements HeadSigner {

	private static final String PRIVATE = "PRIVATE KEY";

	private static final String PUBLIC = "PUBLIC KEY";

	private final PrivateKey privateKey;

	private final PublicKey publicKey;

	FileHeadSigner(AuditProperties properties) {
		Path file = properties.keyFile().toAbsolutePath();
		try {
			if (!Files.exists(file)) {
				create(file);
			}
			String pem = Files.readString(file);
			this.privateKey = KeyFactory.getInstance("Ed25519")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(section(pem, PRIVATE, file))));
			this.publicKey = Signatures.parse(section(pem, PUBLIC, file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("hilum.audit.key-file " + file + " cannot be read or made", ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("hilum.audit.key-file " + file + " holds no Ed25519 key", ex);
		}
	}

	@Override
	public Mono<String> sign(byte[] content) {
		return Mono.fromCallable(() -> {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.privateKey);
			signature.update(content);
			return Base64.getEncoder().encodeToString(signature.sign());
		});
	}

	@Override
	public PublicKey publicKey() {
		return this.publicKey;
	}

	private static void create(Path file) throws IOException, GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		try {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		catch (FileAlreadyExistsException ex) {
			return;
		}
		Files.writeString(file,
				pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(PUBLIC, pair.getPublic().getEncoded()));
	}

	private static String pem(String type, byte[] content) {
		String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
	}

	private static String section(String pem, String type, Path file) throws GeneralSecurityException {
		String begin = "-----BEGIN " + type + "-----";
		int from = pem.indexOf(begin);
		int to = pem.indexOf("-----END " + type + "-----");
		if (from < 0 || to < from) {
			throw new GeneralSecurityException(file + " has no section " + type);
		}
		return pem.substring(from + begin.length(), to).strip();
	}

}
