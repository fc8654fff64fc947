package io.hilum.usage.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Seals the events that no head covers yet: a batch is signed as soon as there is an
 * event for it, at each interval.
 */
@Component
public class AuditSealer {

	private static final Logger logger = LoggerFactory.getLogger(AuditSealer.class);

	private final SealableChain chain;

	private final HeadSigner signer;

	private final UnitOfWork unitOfWork;

	private final AuditProperties properties;

	private final Clock clock;

	AuditSealer(SealableChain chain, HeadSigner signer, UnitOfWork unitOfWork, AuditProperties properties,
			Clock clock) {
		this.chain = chain;
		this.signer = signer;
		this.unitOfWork = unitOfWork;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Seal everything that is in the chain.
	 * @return how many batches were sealed
	 */
	public Mono<Long> seal() {
		return sealNext().expand((head) -> sealNext()).count();
	}

	private Mono<SignedHead> sealNext() {
		Mono<SignedHead> next = this.chain.lockForSealing()
			.filter(Boolean::booleanValue)
			.flatMap((locked) -> this.chain.lastHead().map(SignedHead::head).defaultIfEmpty(NONE))
			.flatMap((last) -> this.chain.events(last.lastSequence(), last.lastSequence() + this.properties.batchSize())
				.collectList()
				.filter((events) -> !events.isEmpty())
				.flatMap((events) -> sign(last, events)))
			.flatMap((head) -> this.chain.add(head).thenReturn(head));
		return this.unitOfWork.inOne(next)
			.doOnNext((head) -> logger.info("Sealed audit batch {}: events {} to {}, head {}", head.head().batch(),
					head.head().firstSequence(), head.head().lastSequence(), head.head().hash()));
	}

	private static final Head NONE = new Head(0, 0, 0, Hash.NONE, Hash.NONE, Hash.NONE, Instant.EPOCH, "");

	private Mono<SignedHead> sign(Head last, List<ChainedEvent> events) {
		List<String> leaves = events.stream().map(ChainedEvent::hash).toList();
		Head head = new Head(last.batch() + 1, events.getFirst().sequence(), events.getLast().sequence(),
				leaves.getLast(), Hash.rootOf(leaves), (last.batch() == 0) ? Hash.NONE : last.hash(), sealedAt(last),
				Signatures.idOf(this.signer.publicKey()));
		return this.signer.sign(head.toSign()).map((signature) -> new SignedHead(head, signature, leaves));
	}

	/**
	 * The time of a head never goes back, even if the clock does.
	 */
	private Instant sealedAt(Head last) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return now.isBefore(last.sealedAt()) ? last.sealedAt() : now;
	}

}
