package io.hilum.rag.collection.r2dbc;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.rag.Callers;
import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.RecordingAuditLog;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.CollectionRegistry;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.collection.PersonalSweeper;
import io.hilum.rag.collection.Registries;
import io.hilum.rag.postgres.RagDatabase;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CollectionRegistry} with real transactions: no change without its
 * record, no record without its change.
 */
class CollectionRegistryIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final AccessList NOBODY = new AccessList(Set.of(), Set.of(), Set.of(), Set.of());

	private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));

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

	@Test
	void givesAPersonAsManyCollectionsOfItsOwnAsItMayHave() {
		createPersonal("personal-1", Callers.CLINICIAN).block(PATIENCE);
		createPersonal("personal-2", Callers.CLINICIAN).block(PATIENCE);
		assertThat(code(createPersonal("personal-3", Callers.CLINICIAN))).isEqualTo(ProblemCode.INDEX_FULL);
		assertThat(code(createPersonal("personal-2", Callers.CLINICIAN))).isEqualTo(ProblemCode.COLLECTION_EXISTS);
		assertThat(code(createPersonal("personal-1", Callers.BILLING))).isEqualTo(ProblemCode.COLLECTION_EXISTS);
		this.registry.delete("personal-1", Callers.CLINICIAN).block(PATIENCE);
		assertThat(createPersonal("personal-3", Callers.CLINICIAN).block(PATIENCE)).isNotNull();
	}

	@Test
	void deletesPersonalCollectionsSomeTimeAfterTheLastDocumentOnRecord() {
		createPersonal("personal-1", Callers.CLINICIAN).block(PATIENCE);
		DocumentCollection used = createPersonal("personal-2", Callers.CLINICIAN).blockOptional(PATIENCE).orElseThrow();
		create(Callers.ADMIN).block(PATIENCE);
		addDocument(used).block(PATIENCE);
		assertThat(sweep(Duration.ofHours(23))).isZero();
		assertThat(sweep(Duration.ofHours(25))).isEqualTo(1);
		assertThat(sweep(Duration.ofHours(25))).isZero();
		assertThat(this.store.all().map((found) -> found.name().value()).collectList().block(PATIENCE))
			.containsExactly("guidelines", "personal-2");
		AuditEvent last = this.audit.events().getLast();
		assertThat(last.action()).isEqualTo(AuditAction.COLLECTION_EXPIRED);
		assertThat(last.collection()).isEqualTo("personal-1");
		assertThat(last.context()).isNull();
	}

	@Test
	void keepsAPersonalCollectionThatIsAddedToAfterItWasListed() {
		DocumentCollection used = createPersonal("personal-1", Callers.CLINICIAN).blockOptional(PATIENCE).orElseThrow();
		Sinks.One<Boolean> added = Sinks.one();
		Sinks.One<Boolean> listed = Sinks.one();
		Mono<Boolean> adding = addDocument(used).doOnNext((rows) -> added.tryEmitValue(true))
			.then(listed.asMono())
			.as(this.database.transaction()::transactional);
		CompletableFuture<? extends @Nullable Boolean> committed = adding.toFuture();
		added.asMono().block(PATIENCE);
		CompletableFuture<? extends @Nullable Long> swept = Registries.sweeper(this.store, this.registry, LATER)
			.sweep()
			.toFuture();
		await().atMost(PATIENCE).until(this::somebodyWaits);
		listed.tryEmitValue(true);
		assertThat(committed).succeedsWithin(PATIENCE);
		assertThat(swept).succeedsWithin(PATIENCE).isEqualTo(0L);
		assertThat(this.store.find(used.id()).hasElement().block(PATIENCE)).isTrue();
	}

	private boolean somebodyWaits() {
		return this.database.client()
			.sql("select exists(select 1 from pg_locks where not granted)")
			.mapValue(Boolean.class)
			.one()
			.blockOptional(PATIENCE)
			.orElseThrow();
	}

	private Mono<Long> addDocument(DocumentCollection collection) {
		return this.database.client()
			.sql("""
					insert into rag.documents (id, collection_id, status, format, bytes, created_at, updated_at, due_at)
					values (gen_random_uuid(), $1, 'ready', 'text', 1, now() + interval '2 days', now(), now())""")
			.bind(0, collection.id())
			.fetch()
			.rowsUpdated();
	}

	@Test
	void keepsAPersonalCollectionWhoseEndIsNotRecorded() {
		createPersonal("personal-1", Callers.CLINICIAN).block(PATIENCE);
		this.audit.fill();
		assertThatIllegalStateException().isThrownBy(() -> sweep(Duration.ofHours(25)));
		assertThat(this.store.all().count().block(PATIENCE)).isEqualTo(1);
	}

	@Test
	void keepsWhatAHoldKeepsAndNothingBehindIt() {
		Set<String> held = ConcurrentHashMap.newKeySet();
		CollectionRegistry holding = Registries.create(this.store, this.audit, this.database.transaction(),
				(person, conversation) -> Mono.just(held.contains(person + " " + conversation)));
		String first = "00000000-0000-4000-8000-000000000001";
		String second = "00000000-0000-4000-8000-000000000002";
		createPersonal("personal-" + first, Callers.CLINICIAN).block(PATIENCE);
		createPersonal("personal-" + second, Callers.CLINICIAN).block(PATIENCE);
		held.add(Callers.CLINICIAN.subject() + " " + first);
		assertThat(code(holding.delete("personal-" + first, Callers.CLINICIAN))).isEqualTo(ProblemCode.LEGAL_HOLD);
		assertThat(this.audit.events().getLast()).isEqualTo(AuditEvent.refused(AuditAction.COLLECTION_DELETED,
				Callers.CLINICIAN, "personal-" + first, "legal_hold", 409));
		PersonalSweeper sweeper = Registries.sweeper(this.store, holding, LATER, 1);
		assertThat(sweeper.sweep().block(PATIENCE)).isZero();
		assertThat(sweeper.sweep().block(PATIENCE)).as("the one behind it").isOne();
		assertThat(this.store.all().count().block(PATIENCE)).isOne();
		held.clear();
		assertThat(sweeper.sweep().block(PATIENCE)).as("the end").isZero();
		assertThat(sweeper.sweep().block(PATIENCE)).isOne();
		assertThat(this.store.all().count().block(PATIENCE)).isZero();
	}

	@Test
	void deletesNothingOfWhichNobodyTellsWhetherItIsHeld() {
		CollectionRegistry unsure = Registries.create(this.store, this.audit, this.database.transaction(),
				(person, conversation) -> Mono.error(RagProblem.of(ProblemCode.HOLDS_UNAVAILABLE, "nobody tells")));
		createPersonal("personal-1", Callers.CLINICIAN).block(PATIENCE);
		assertThat(code(unsure.delete("personal-1", Callers.CLINICIAN))).isEqualTo(ProblemCode.HOLDS_UNAVAILABLE);
		assertThat(code(Registries.sweeper(this.store, unsure, LATER, 1).sweep()))
			.isEqualTo(ProblemCode.HOLDS_UNAVAILABLE);
		assertThat(this.store.all().count().block(PATIENCE)).isOne();
	}

	@Test
	void deletesWhatMayGoBehindWhatNobodyTellsOf() {
		String unclear = "00000000-0000-4000-8000-000000000001";
		CollectionRegistry unsure = Registries.create(this.store, this.audit, this.database.transaction(),
				(person, conversation) -> conversation.toString().equals(unclear)
						? Mono.error(RagProblem.of(ProblemCode.HOLDS_UNAVAILABLE, "nobody tells")) : Mono.just(false));
		createPersonal("personal-" + unclear, Callers.CLINICIAN).block(PATIENCE);
		createPersonal("personal-00000000-0000-4000-8000-000000000002", Callers.CLINICIAN).block(PATIENCE);
		assertThat(code(Registries.sweeper(this.store, unsure, LATER, 5).sweep()))
			.isEqualTo(ProblemCode.HOLDS_UNAVAILABLE);
		assertThat(this.store.all().map((left) -> left.name().value()).collectList().block(PATIENCE))
			.containsExactly("personal-" + unclear);
	}

	private Long sweep(Duration later) {
		Clock clock = Clock.offset(Clock.systemUTC(), later);
		return Registries.sweeper(this.store, this.registry, clock).sweep().blockOptional(PATIENCE).orElseThrow();
	}

	private Mono<DocumentCollection> createPersonal(String name, ServiceContext caller) {
		return this.registry.createPersonal(new CollectionName(name), caller);
	}

	private Mono<DocumentCollection> create(ServiceContext caller) {
		return this.registry.create(new CollectionName("guidelines"), null, NOBODY, caller);
	}

	private static ProblemCode code(Mono<?> refused) {
		return catchThrowableOfType(RagProblem.class, () -> refused.block(PATIENCE)).code();
	}

}
