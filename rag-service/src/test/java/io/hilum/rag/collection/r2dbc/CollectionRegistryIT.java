package io.hilum.rag.collection.r2dbc;

import java.time.Duration;
import java.util.Set;

import io.hilum.rag.Callers;
import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.RecordingAuditLog;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.CollectionRegistry;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.collection.Registries;
import io.hilum.rag.postgres.RagDatabase;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CollectionRegistry} with real transactions: no change without its
 * record, no record without its change.
 */
class CollectionRegistryIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final AccessList NOBODY = new AccessList(Set.of(), Set.of(), Set.of(), Set.of());

	private final RagDatabase database = RagDatabase.create();

	private final R2dbcCollectionStore store = new R2dbcCollectionStore(this.database.client());

	private final RecordingAuditLog audit = new RecordingAuditLog();

	private final CollectionRegistry registry = Registries.create(this.store, this.audit, this.database.transaction());

	@Test
	void makesNoCollectionThatIsNotRecorded() {
		this.audit.fill();
		assertThatIllegalStateException().isThrownBy(() -> create(Callers.ADMIN).block(PATIENCE));
		assertThat(this.store.all().count().block(PATIENCE)).isZero();
	}

	@Test
	void deletesNoCollectionWhoseEndIsNotRecorded() {
		create(Callers.ADMIN).block(PATIENCE);
		this.audit.fill();
		assertThatIllegalStateException()
			.isThrownBy(() -> this.registry.delete("guidelines", Callers.ADMIN).block(PATIENCE));
		assertThat(this.store.all().count().block(PATIENCE)).isEqualTo(1);
	}

	@Test
	void recordsNoSecondCollectionOfTheName() {
		create(Callers.ADMIN).block(PATIENCE);
		assertThat(code(create(Callers.ADMIN))).isEqualTo(ProblemCode.COLLECTION_EXISTS);
		assertThat(this.audit.events()).hasSize(1);
	}

	@Test
	void recordsWhoWasRefused() {
		assertThat(code(create(Callers.CLINICIAN))).isEqualTo(ProblemCode.FORBIDDEN);
		assertThat(this.store.all().count().block(PATIENCE)).isZero();
		assertThat(this.audit.events()).containsExactly(
				AuditEvent.refused(AuditAction.COLLECTION_CREATED, Callers.CLINICIAN, "guidelines", "forbidden", 403));
	}

	private Mono<DocumentCollection> create(ServiceContext caller) {
		return this.registry.create(new CollectionName("guidelines"), null, NOBODY, caller);
	}

	private static ProblemCode code(Mono<?> refused) {
		return catchThrowableOfType(RagProblem.class, () -> refused.block(PATIENCE)).code();
	}

}
