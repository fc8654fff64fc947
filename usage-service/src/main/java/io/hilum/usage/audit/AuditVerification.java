package io.hilum.usage.audit;

import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.audit.verify.Alteration;
import io.hilum.usage.audit.verify.AlteredEvidenceException;
import io.hilum.usage.audit.verify.ChainVerifier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Compares the stored events with the heads that were signed over them. It is a quick
 * look from inside: only the offline command does not trust this service.
 */
@Component
public class AuditVerification {

	private static final int PAGE = 1000;

	private final AuditChain chain;

	private final HeadSigner signer;

	AuditVerification(AuditChain chain, HeadSigner signer) {
		this.chain = chain;
		this.signer = signer;
	}

	/**
	 * Verify the whole chain.
	 * @return what was found
	 */
	public Mono<Result> verify() {
		return this.chain.tip()
			.flatMap((tip) -> begin().flatMap((verifier) -> verify(verifier, tip)))
			.onErrorResume(AlteredEvidenceException.class,
					(found) -> Mono.just(Result.altered(new ChainVerifier(signatures()), found.alteration())))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Mono<Result> verify(ChainVerifier verifier, AuditChain.Tip tip) {
		return followHeads(verifier, tip).then(followRest(verifier, tip))
			.then(Mono.fromSupplier(() -> Result.verified(verifier)))
			.onErrorResume(AlteredEvidenceException.class,
					(found) -> Mono.just(Result.altered(verifier, found.alteration())));
	}

	private Mono<ChainVerifier> begin() {
		return this.chain.expiry()
			.map((expiry) -> ChainVerifier.after(signatures(), expiry))
			.switchIfEmpty(Mono.fromSupplier(() -> new ChainVerifier(signatures())));
	}

	private Signatures signatures() {
		return new Signatures(this.signer.believedKeys());
	}

	private Mono<Void> followHeads(ChainVerifier verifier, AuditChain.Tip tip) {
		return this.chain.heads(0, 1)
			.next()
			.expand((head) -> this.chain.heads(head.head().batch(), 1).next())
			.concatMap(
					(head) -> events(verifier, head)
						.doOnNext((lines) -> verifier.batch(head, lines, head.head().lastSequence() < tip.sequence())),
					1)
			.then();
	}

	private Mono<List<ChainedEvent>> events(ChainVerifier verifier, SignedHead head) {
		return this.chain.events(verifier.events(), head.head().lastSequence()).collectList();
	}

	private Mono<Void> followRest(ChainVerifier verifier, AuditChain.Tip tip) {
		return Flux.defer(() -> this.chain.events(verifier.events(), tip.sequence()))
			.buffer(PAGE)
			.doOnNext(verifier::unsealed)
			.then(Mono.fromRunnable(() -> verifier.requireEnd(tip.sequence(), tip.hash())));
	}

	/**
	 * What a verification found.
	 *
	 * @param verified whether everything is as it was linked and signed
	 * @param events how many events are intact
	 * @param head the hash of the last head that fits
	 * @param sealedBatches how many batches fit
	 * @param firstBad the first alteration
	 */
	public record Result(boolean verified, long events, String head, long sealedBatches,
			@Nullable Alteration firstBad) {

		static Result verified(ChainVerifier verifier) {
			return new Result(true, verifier.events(), verifier.lastHead(), verifier.batches(), null);
		}

		static Result altered(ChainVerifier verifier, Alteration alteration) {
			return new Result(false, verifier.events(), verifier.lastHead(), verifier.batches(), alteration);
		}

	}

}
