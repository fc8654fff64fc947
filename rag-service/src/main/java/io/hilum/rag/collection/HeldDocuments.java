package io.hilum.rag.collection;

import java.util.UUID;

import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.hold.LegalHolds;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stands before the deletion of what is attached to a conversation that a legal hold
 * keeps (ADR 49). Collections that are not personal are of no conversation.
 */
@Component
public class HeldDocuments {

	private final LegalHolds holds;

	private final AuditLog audit;

	/**
	 * Create the guard.
	 * @param holds what says of a conversation whether it is kept
	 * @param audit where refusals are recorded
	 */
	public HeldDocuments(LegalHolds holds, AuditLog audit) {
		this.holds = holds;
		this.audit = audit;
	}

	/**
	 * Require that documents of a collection may go.
	 * @param collection the collection
	 * @param action what is about to be done
	 * @param caller who asked for it
	 * @return completes if they may; fails, on record, if a hold keeps them
	 */
	public Mono<Void> requireFree(DocumentCollection collection, AuditAction action, ServiceContext caller) {
		return isHeld(collection).filter(Boolean::booleanValue).flatMap((held) -> {
			RagProblem problem = RagProblem.of(ProblemCode.LEGAL_HOLD,
					"A legal hold keeps the conversation that this is attached to; it cannot be deleted for now");
			return this.audit
				.append(AuditEvent.refused(action, caller, collection.name().value(), problem.code().wire(),
						problem.code().status()))
				.then(Mono.error(problem));
		});
	}

	/**
	 * Whether a hold keeps the documents of a collection.
	 * @param collection the collection
	 * @return {@code true} if they must stay; fails if that cannot be told
	 */
	Mono<Boolean> isHeld(DocumentCollection collection) {
		return collection.name().isPersonal()
				? this.holds.keep(collection.createdBy(), collection.name().conversation().orElseGet(UUID::randomUUID))
				: Mono.just(false);
	}

}
