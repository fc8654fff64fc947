package io.hilum.usage.audit;

import java.security.PublicKey;
import java.util.Base64;
import java.util.stream.Collectors;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.audit.chain.Signatures;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Copies sealed batches to the archive, in order: events, then head, then the manifest
 * that counts them. What it writes follows from the chain alone, so it can be cut short
 * anywhere and begun again.
 */
@Component
public class AuditExporter {

	private final AuditChain chain;

	private final AuditArchive archive;

	private final HeadSigner signer;

	AuditExporter(AuditChain chain, AuditArchive archive, HeadSigner signer) {
		this.chain = chain;
		this.archive = archive;
		this.signer = signer;
	}

	/**
	 * Export what the archive does not have yet.
	 * @return how many batches were exported
	 */
	public Mono<Long> export() {
		return this.archive.read(ArchiveNames.MANIFEST)
			.map((json) -> Manifest.parse(json).batches())
			.defaultIfEmpty(0L)
			.flatMap((exported) -> exportNext(exported).expand(this::exportNext).count());
	}

	private Mono<Long> exportNext(long exported) {
		return this.chain.heads(exported, 1)
			.next()
			.flatMap((signed) -> writeKey().then(writeBatch(signed))
				.then(writeManifest(signed.head()))
				.thenReturn(signed.head().batch()));
	}

	private Mono<Void> writeBatch(SignedHead signed) {
		Head head = signed.head();
		return this.chain.events(head.firstSequence() - 1, head.lastSequence())
			.map((event) -> event.toLine() + "\n")
			.collect(Collectors.joining())
			.flatMap((lines) -> this.archive.writeOnce(ArchiveNames.batch(head.batch()), lines))
			.then(this.archive.writeOnce(ArchiveNames.head(head.batch()), signed.toJson()));
	}

	private Mono<Void> writeManifest(Head last) {
		PublicKey key = this.signer.publicKey();
		Manifest manifest = Manifest.endingWith(last).withKey(Signatures.idOf(key));
		return this.signer.sign(manifest.toSign())
			.flatMap((signature) -> this.archive.replace(ArchiveNames.MANIFEST, manifest.signed(signature).toJson()));
	}

	private Mono<Void> writeKey() {
		PublicKey key = this.signer.publicKey();
		String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded());
		return this.archive.writeOnce(ArchiveNames.key(Signatures.idOf(key)),
				"-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
	}

}
