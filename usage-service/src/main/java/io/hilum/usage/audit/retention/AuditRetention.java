package io.hilum.usage.audit.retention;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.hilum.usage.audit.AuditArchive;
import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.audit.HeadSigner;
import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.transaction.UnitOfWork;

/**
 * Removes whole batches from the beginning of the chain when their time is over and no
 * hold keeps them. What says so is signed and in the archive before anything is gone, so
 * that the rest verifies at every moment. The last batch always stays.
 */
@Component
public class AuditRetention {

	private static final Logger logger = LoggerFactory.getLogger(AuditRetention.class);

	private static final int HEADS_AT_ONCE = 200;

	private final AuditChain chain;

	private final AuditArchive archive;

	private final LegalHolds holds;

	private final HeadSigner signer;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final AuditProperties properties;

	private final Clock clock;

	AuditRetention(AuditChain chain, AuditArchive archive, LegalHolds holds, HeadSigner signer, AuditTrail audit,
			UnitOfWork unitOfWork, AuditProperties properties, Clock clock) {
		this.chain = chain;
		this.archive = archive;
		this.holds = holds;
		this.signer = signer;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.properties = properties;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${hilum.audit.retention-interval:24h}",
			initialDelayString = "${hilum.audit.retention-interval:24h}")
	Mono<Void> keepInTime() {
		return expire().expand((through) -> expire()).then().onErrorResume((failure) -> {
			logger.error("Evidence whose time is over is not removed, trying again: {}", failure.toString());
			return Mono.empty();
		});
	}

	/**
	 * Remove what may go.
	 * @return up to which event, nothing if none may
	 */
	public Mono<Long> expire() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Mono<Long> expired = this.chain.lockForSealing()
			.filter(Boolean::booleanValue)
			.flatMap((locked) -> this.holds.inForce().collectList())
			.flatMap((inForce) -> lastDue(now, inForce))
			.flatMap((last) -> sign(last, now))
			.flatMap(this::expire);
		return this.unitOfWork.inOne(expired);
	}

	private Mono<SignedHead> lastDue(Instant now, List<LegalHold> inForce) {
		return Mono.zip(this.chain.lastHead(), this.chain.heads(0, HEADS_AT_ONCE).collectList())
			.flatMap((found) -> Mono.justOrEmpty(found.getT2()
				.stream()
				.takeWhile((signed) -> signed.head().batch() < found.getT1().head().batch()
						&& mayGo(signed.head(), now, inForce))
				.reduce((first, second) -> second)));
	}

	private boolean mayGo(Head head, Instant now, List<LegalHold> inForce) {
		return !now.isBefore(Expiry.dueAt(head.sealedAt(), this.properties.retention()))
				&& inForce.stream().noneMatch((hold) -> hold.keeps(head));
	}

	private Mono<Expiry> sign(SignedHead last, Instant now) {
		PublicKey key = this.signer.publicKey();
		Expiry expiry = new Expiry(last.head(), last.signature(), this.properties.retention().toString(), now,
				Signatures.idOf(key), "");
		return this.signer.sign(expiry.toSign()).map(expiry::signed);
	}

	private Mono<Long> expire(Expiry expiry) {
		long through = expiry.last().lastSequence();
		return this.chain.expire(expiry)
			.then(this.audit.configured("audit.expire", "events:1-" + through))
			.then(this.archive.replace(ArchiveNames.EXPIRY, expiry.toJson()))
			.thenReturn(through)
			.doOnNext((last) -> logger.info("Audit events 1 to {} were kept for {} and are removed", last,
					expiry.retention()));
	}

}
