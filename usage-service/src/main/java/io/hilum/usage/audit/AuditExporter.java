package io.hilum.usage.audit;

import java.security.PublicKey;
import java.util.stream.Collectors;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import reactor.core.publisher.Flux;
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
	 * @return how many batches were exported; {@link ForkedArchiveException} if the
	 * archive ends with a head that the chain does not have
	 */
	public Mono<Long> export() {
		return this.archive.read(ArchiveNames.MANIFEST)
			.map(Manifest::parse)
			.flatMap((manifest) -> requireContinued(manifest).thenReturn(manifest.batches()))
			.defaultIfEmpty(0L)
			.flatMap((exported) -> exportNext(exported).expand(this::exportNext).count());
	}

	private Mono<Void> requireContinued(Manifest manifest) {
		return this.chain.heads(manifest.batches() - 1, 1)
			.next()
			.filter((last) -> last.head().hash().equals(manifest.lastHead()))
			.switchIfEmpty(Mono.error(() -> new ForkedArchiveException(ArchiveNames.head(manifest.batches()))))
			.then();
	}

	private Mono<Long> exportNext(long exported) {
		return this.chain.heads(exported, 1)
			.next()
			.flatMap((signed) -> writeKeys().then(writeBatch(signed))
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

	private Mono<Void> writeKeys() {
		return Flux.fromIterable(this.signer.believedKeys())
			.concatMap((key) -> this.archive.writeOnce(ArchiveNames.key(Signatures.idOf(key)), Signatures.format(key)))
			.then();
	}

}
