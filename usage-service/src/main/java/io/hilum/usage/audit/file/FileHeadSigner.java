package io.hilum.usage.audit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.HeadSigner;
import io.hilum.usage.audit.chain.Signatures;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Signs with a key in a file.
 */
@Component
class FileHeadSigner implements HeadSigner {

	private final KeyFile key;

	private final List<PublicKey> believedKeys;

	FileHeadSigner(AuditProperties properties) {
		Path file = properties.keyFile().toAbsolutePath();
		try {
			this.key = KeyFile.loadOrCreate(file);
			List<PublicKey> keys = new ArrayList<>(List.of(this.key.publicKey()));
			for (Path former : properties.formerKeyFiles()) {
				keys.add(Signatures.parse(Files.readString(former)));
			}
			this.believedKeys = List.copyOf(keys);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("hilum.audit.key-file " + file + " or a former one cannot be read or made",
					ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("hilum.audit.key-file " + file + " or a former one holds no Ed25519 key",
					ex);
		}
	}

	@Override
	public Mono<String> sign(byte[] content) {
		return Mono.fromCallable(() -> {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.key.privateKey());
			signature.update(content);
			return Base64.getEncoder().encodeToString(signature.sign());
		});
	}

	@Override
	public PublicKey publicKey() {
		return this.key.publicKey();
	}

	@Override
	public List<PublicKey> believedKeys() {
		return this.believedKeys;
	}

}
