package io.hilum.usage.audit;

import java.util.List;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.audit.retention.LegalHold;
import io.hilum.usage.audit.retention.LegalHolds;
import io.hilum.usage.audit.verify.ChainVerifier;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Brings back from the archive what the store has lost, as after a restore from a backup:
 * else new events would be linked where sealed ones were, and the chain would fork. What
 * comes back is verified as an auditor would.
 */
@Component
public class AuditRecovery {

	private static final Logger logger = LoggerFactory.getLogger(AuditRecovery.class);

	private final AuditChain chain;

	private final AuditArchive archive;

	private final LegalHolds holds;

	private final HeadSigner signer;

	private final UnitOfWork unitOfWork;

	AuditRecovery(AuditChain chain, AuditArchive archive, LegalHolds holds, HeadSigner signer, UnitOfWork unitOfWork) {
		this.chain = chain;
		this.archive = archive;
		this.holds = holds;
		this.signer = signer;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Compare the store with the archive and bring back what is missing.
	 * @return how many events were brought back
	 */
	public Mono<Long> recover() {
		return forgetExpired().then(this.archive.read(ArchiveNames.MANIFEST))
			.map(Manifest::parse)
			.flatMap((manifest) -> begin().flatMap((verifier) -> recover(verifier, manifest)))
			.defaultIfEmpty(0L)
			.doOnNext((count) -> {
				if (count > 0) {
					logger.warn("The store had lost {} audit events, they are back from the archive", count);
				}
			});
	}

	/**
	 * A backup may still have what was removed since: it goes again, or the chain would
	 * have to go on from batches that the archive no longer has. The archive may also say
	 * so of a removal that was not committed, and a hold may have been placed since.
	 */
	private Mono<Void> forgetExpired() {
		return this.archive.read(ArchiveNames.EXPIRY).map(Expiry::parse).flatMap((expiry) -> {
			ChainVerifier.after(signatures(), expiry);
			return this.unitOfWork.inOne(forget(expiry));
		});
	}

	/**
	 * Holds are looked at first, which nobody can place or lift until this has ended.
	 */
	private Mono<Void> forget(Expiry expiry) {
		Mono<Long> known = this.chain.expiry().map((last) -> last.last().batch()).defaultIfEmpty(0L);
		return this.holds.inForce()
			.filter((hold) -> hold.keeps(expiry.last()))
			.map(LegalHold::matter)
			.collectList()
			.flatMap((matters) -> known.filter((batch) -> batch < expiry.last().batch())
				.flatMap((batch) -> matters.isEmpty() ? this.chain.expire(expiry) : keep(expiry, matters)));
	}

	private static Mono<Void> keep(Expiry expiry, List<String> matters) {
		return Mono.fromRunnable(() -> logger.warn(
				"The archive says that audit events 1 to {} were removed; they stay, for the holds {}",
				expiry.last().lastSequence(), matters));
	}

	private Mono<ChainVerifier> begin() {
		return this.chain.lastHead()
			.map((last) -> ChainVerifier.after(signatures(), last.head()))
			.switchIfEmpty(this.chain.expiry().map((expiry) -> ChainVerifier.after(signatures(), expiry)))
			.switchIfEmpty(Mono.fromSupplier(() -> new ChainVerifier(signatures())));
	}

	private Mono<Long> recover(ChainVerifier verifier, Manifest manifest) {
		long first = verifier.batches() + 1;
		int missing = Math.toIntExact(Math.max(0, manifest.batches() - verifier.batches()));
		return Flux.range(0, missing).concatMap((i) -> recover(verifier, first + i)).reduce(0L, Long::sum);
	}

	private Mono<Long> recover(ChainVerifier verifier, long batch) {
		Mono<SignedHead> head = read(ArchiveNames.head(batch)).map(SignedHead::parse);
		Mono<List<ChainedEvent>> events = read(ArchiveNames.batch(batch))
			.map((lines) -> lines.lines().map(ChainedEvent::parse).toList());
		return Mono.zip(head, events).flatMap((found) -> {
			verifier.batch(found.getT1(), found.getT2(), false);
			return this.unitOfWork.inOne(this.chain.restore(found.getT1(), found.getT2()));
		});
	}

	private Mono<String> read(String name) {
		return this.archive.read(name).switchIfEmpty(Mono.error(() -> new ForkedArchiveException(name)));
	}

	private Signatures signatures() {
		return new Signatures(this.signer.believedKeys());
	}

}
