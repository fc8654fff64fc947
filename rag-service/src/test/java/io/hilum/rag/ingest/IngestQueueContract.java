package io.hilum.rag.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.Callers;
import io.hilum.rag.document.Document;
import io.hilum.rag.document.DocumentChange;
import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.DocumentStatus;
import io.hilum.rag.document.DocumentStore;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.document.SealedPassage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every {@link IngestQueue} must do, with the stores that see its effects.
 */
public abstract class IngestQueueContract {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration LEASE = Duration.ofMinutes(2);

	/**
	 * The stores under test.
	 *
	 * @param queue the queue
	 * @param documents the documents in it
	 * @param passages their passages
	 * @param collection a collection that exists
	 */
	public record Stores(IngestQueue queue, DocumentStore documents, PassageStore passages, UUID collection) {
	}

	/**
	 * The stores under test.
	 * @return empty stores
	 */
	protected abstract Stores stores();

	@Test
	void givesEachDocumentToOneWorkerOldestFirst() {
		Stores stores = stores();
		List<UUID> offered = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			offered.add(offer(stores));
		}
		assertThat(wait(stores.queue().waiting())).isEqualTo(8);
		List<UUID> claimed = Flux.range(0, 8)
			.flatMap((i) -> stores.queue().claim(UUID.randomUUID(), LEASE), 8)
			.map(IngestJob::document)
			.collectList()
			.blockOptional(PATIENCE)
			.orElseThrow();
		assertThat(claimed).containsExactlyInAnyOrderElementsOf(offered);
		assertThat(wait(stores.queue().claim(UUID.randomUUID(), LEASE).hasElement())).isFalse();
	}

	@Test
	void carriesWhatAWorkerNeeds() {
		Stores stores = stores();
		UUID document = offer(stores);
		IngestJob job = claim(stores, LEASE);
		assertThat(job.document()).isEqualTo(document);
		assertThat(job.collection()).isEqualTo(stores.collection());
		assertThat(job.sealedContent()).containsExactly(7, 7);
		assertThat(job.requester()).isEqualTo(Callers.ADMIN);
		assertThat(job.attempt()).isEqualTo(1);
		assertThat(status(stores, document)).isEqualTo(DocumentStatus.READING);
	}

	@Test
	void makesDocumentsReadyWithTheirPassages() {
		Stores stores = stores();
		UUID document = offer(stores);
		IngestJob job = claim(stores, LEASE);
		assertThat(wait(stores.queue().keep(job, LEASE))).isTrue();
		assertThat(wait(stores.queue().read(job))).isTrue();
		assertThat(status(stores, document)).isEqualTo(DocumentStatus.EMBEDDING);
		List<SealedPassage> passages = passages(job, 250);
		assertThat(wait(stores.queue().complete(job, "m", passages))).isTrue();
		assertThat(status(stores, document)).isEqualTo(DocumentStatus.READY);
		assertThat(wait(stores.passages().ofDocument(document).collectList()))
			.usingRecursiveFieldByFieldElementComparator()
			.containsExactlyElementsOf(passages);
		assertThat(wait(stores.queue().waiting())).isZero();
	}

	@Test
	void handsOverWhatASilentWorkerHeld() {
		Stores stores = stores();
		UUID document = offer(stores);
		IngestJob silent = claim(stores, Duration.ofMillis(1));
		IngestJob next = await().atMost(PATIENCE)
			.until(() -> stores.queue().claim(UUID.randomUUID(), LEASE).blockOptional(PATIENCE),
					java.util.Optional::isPresent)
			.orElseThrow();
		assertThat(next.document()).isEqualTo(document);
		assertThat(next.attempt()).isEqualTo(2);
		assertThat(wait(stores.queue().keep(silent, LEASE))).isFalse();
		assertThat(wait(stores.queue().complete(silent, "m", passages(silent, 1)))).isFalse();
		stores.queue().fail(silent, FailureReason.UNREADABLE).block(PATIENCE);
		stores.queue().giveBack(silent, Duration.ZERO).block(PATIENCE);
		assertThat(status(stores, document)).isEqualTo(DocumentStatus.READING);
		assertThat(wait(stores.queue().complete(next, "m", passages(next, 1)))).isTrue();
		assertThat(wait(stores.passages().ofDocument(document).count())).isEqualTo(1);
	}

	@Test
	void leavesNoPassagesOfDocumentsDeletedMeanwhile() {
		Stores stores = stores();
		UUID document = offer(stores);
		IngestJob job = claim(stores, LEASE);
		assertThat(wait(stores.documents().delete(stores.collection(), document))).isTrue();
		assertThat(wait(stores.queue().keep(job, LEASE))).isFalse();
		assertThat(wait(stores.queue().complete(job, "m", passages(job, 3)))).isFalse();
		assertThat(wait(stores.passages().ofDocument(document).count())).isZero();
		assertThat(wait(stores.documents().find(stores.collection(), document).hasElement())).isFalse();
	}

	@Test
	void putsDocumentsBackOrGivesThemUp() {
		Stores stores = stores();
		UUID document = offer(stores);
		stores.queue().giveBack(claim(stores, LEASE), LEASE).block(PATIENCE);
		assertThat(status(stores, document)).isEqualTo(DocumentStatus.QUEUED);
		assertThat(wait(stores.queue().claim(UUID.randomUUID(), LEASE).hasElement())).isFalse();
		UUID other = offer(stores);
		stores.queue().fail(claim(stores, LEASE), FailureReason.ENCRYPTED).block(PATIENCE);
		Document failed = wait(stores.documents().find(stores.collection(), other));
		assertThat(failed.status()).isEqualTo(DocumentStatus.FAILED);
		assertThat(failed.reason()).isEqualTo("encrypted");
	}

	@Test
	void bringsBackWhatHasVectorsOfAnotherModel() {
		Stores stores = stores();
		UUID document = offer(stores);
		IngestJob job = claim(stores, LEASE);
		List<SealedPassage> passages = passages(job, 2);
		wait(stores.queue().complete(job, "old", passages));
		assertThat(wait(stores.documents().reopen(document, "old"))).isFalse();
		assertThat(wait(stores.documents().reopen(document, "new"))).isTrue();
		assertThat(wait(stores.documents().reopen(document, "new"))).isFalse();
		IngestJob again = claim(stores, LEASE);
		assertThat(again.sealedContent()).isNull();
		assertThat(again.attempt()).isEqualTo(1);
		assertThat(wait(stores.passages().ofDocument(document).count())).isEqualTo(2);
		assertThat(
				wait(stores.passages().find(List.of(passages.getFirst().id()), List.of(stores.collection())).count()))
			.isZero();
		assertThat(wait(stores.queue().complete(again, "new", passages))).isTrue();
		assertThat(wait(stores.documents().changes(0).collectList()))
			.containsExactly(new DocumentChange(document, stores.collection(), "new"));
		assertThat(wait(stores.passages().ofDocument(document).count())).isEqualTo(2);
	}

	@Test
	void refusesDocumentsOfNoCollection() {
		Stores stores = stores();
		Document stray = document(UUID.randomUUID(), UUID.randomUUID());
		assertThat(wait(stores.queue().offer(stray, new byte[1], Callers.ADMIN))).isFalse();
	}

	@Test
	void tellsReplicasWhatChanged() {
		Stores stores = stores();
		UUID kept = offer(stores);
		IngestJob first = claim(stores, LEASE);
		wait(stores.queue().complete(first, "m", passages(first, 1)));
		UUID deleted = offer(stores);
		long horizon = wait(stores.documents().horizon());
		assertThat(wait(stores.documents().changes(0).collectList()))
			.containsExactly(new DocumentChange(kept, stores.collection(), "m"));
		wait(stores.documents().delete(stores.collection(), deleted));
		assertThat(wait(stores.documents().changes(horizon).collectList()))
			.contains(new DocumentChange(deleted, stores.collection(), null))
			.doesNotContain(new DocumentChange(kept, stores.collection(), "m"));
		assertThat(wait(stores.documents().purge(LEASE))).isZero();
		assertThat(wait(stores.documents().purge(Duration.ofSeconds(-5)))).isEqualTo(1);
	}

	@Test
	void findsPassagesOfNamedCollectionsOnly() {
		Stores stores = stores();
		offer(stores);
		IngestJob job = claim(stores, LEASE);
		List<SealedPassage> passages = passages(job, 2);
		wait(stores.queue().complete(job, "m", passages));
		List<UUID> ids = passages.stream().map(SealedPassage::id).toList();
		assertThat(wait(stores.passages().find(ids, List.of(stores.collection())).count())).isEqualTo(2);
		assertThat(wait(stores.passages().find(ids, List.of(UUID.randomUUID())).count())).isZero();
		assertThat(wait(stores.passages().find(ids, List.of()).count())).isZero();
	}

	private static UUID offer(Stores stores) {
		Document document = document(UUID.randomUUID(), stores.collection());
		assertThat(wait(stores.queue().offer(document, new byte[] { 7, 7 }, Callers.ADMIN))).isTrue();
		return document.id();
	}

	private static Document document(UUID id, UUID collection) {
		return Document.queued(id, collection, new byte[] { 1 }, DocumentFormat.PDF, 2,
				Instant.parse("2026-01-05T08:00:00Z"));
	}

	private static IngestJob claim(Stores stores, Duration life) {
		return wait(stores.queue().claim(UUID.randomUUID(), life));
	}

	private static DocumentStatus status(Stores stores, UUID document) {
		return wait(stores.documents().find(stores.collection(), document)).status();
	}

	private static List<SealedPassage> passages(IngestJob job, int number) {
		List<SealedPassage> passages = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			passages.add(new SealedPassage(UUID.randomUUID(), job.collection(), job.document(), new byte[] { (byte) i },
					new byte[] { 2 }));
		}
		return passages;
	}

	private static <T> T wait(Mono<T> mono) {
		return mono.blockOptional(PATIENCE).orElseThrow();
	}

}
