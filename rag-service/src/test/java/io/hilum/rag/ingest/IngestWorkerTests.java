package io.hilum.rag.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.hilum.rag.Callers;
import io.hilum.rag.chunk.ChunkProperties;
import io.hilum.rag.chunk.Chunker;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.collection.InMemoryCollectionStore;
import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.InMemoryPassageStore;
import io.hilum.rag.document.Passage;
import io.hilum.rag.document.PassageSeal;
import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.WordEmbedder;
import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.index.lucene.LuceneIndexes;
import io.hilum.rag.observe.RagMeters;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.UnreadableDocumentException;
import io.hilum.rag.seal.Keys;
import io.hilum.rag.seal.Place;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.text.PhiText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link IngestWorker} and {@link DocumentPipeline}.
 */
class IngestWorkerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final IngestProperties PROPERTIES = new IngestProperties(DataSize.ofMegabytes(1), 1, 10, 10, 1,
			Duration.ofMillis(20), Duration.ofMillis(150), 3, Duration.ofSeconds(30), Duration.ofSeconds(5));

	private static final List<Block> BLOCKS = List.of(Block.heading(1, 2, "Lipids"), Block.paragraph(2, "A statin."));

	private final DataKeys keys = Keys.create();

	private final UUID collectionId = UUID.randomUUID();

	private final DocumentCollection collection = new DocumentCollection(this.collectionId,
			new CollectionName("guidelines"), null, new AccessList(Set.of(), Set.of(), Set.of(), Set.of()),
			Keys.newKey(this.keys, this.collectionId), Instant.EPOCH, "ada");

	private final PassageSeal seal = PassageSeal.of(this.collection, this.keys).blockOptional(PATIENCE).orElseThrow();

	private final InMemoryCollectionStore collections = new InMemoryCollectionStore();

	private final ScriptedQueue queue = new ScriptedQueue();

	private final PassageIndex index = LuceneIndexes.create();

	private final InMemoryPassageStore stored = new InMemoryPassageStore();

	private final WordEmbedder embedder = new WordEmbedder();

	private final RagMeters meters = new RagMeters(new SimpleMeterRegistry());

	private Mono<List<Block>> reading = Mono.just(BLOCKS);

	@BeforeEach
	void keepCollection() {
		assertThat(this.collections.insert(this.collection).block(PATIENCE)).isTrue();
	}

	@Test
	void makesADocumentReadyAndFound() {
		IngestJob job = run(1);
		assertThat(this.queue.ends()).containsExactly("ready");
		assertThat(this.index.holds(this.collectionId, job.document())).isTrue();
		assertThat(this.queue.passages()).singleElement().satisfies((sealed) -> {
			assertThat(this.seal.open(sealed).text()).isEqualTo(PhiText.of("A statin."));
			assertThat(this.seal.open(sealed).section()).isEqualTo(PhiText.of("Lipids"));
			assertThat(this.seal.open(sealed).page()).isEqualTo(2);
			assertThat(this.seal.openVector(sealed)).isNotEmpty();
		});
	}

	@Test
	void makesNewVectorsOfWhatWasReadBefore() {
		this.reading = Mono.error(new AssertionError("must not be read"));
		UUID document = UUID.randomUUID();
		Passage passage = new Passage(UUID.randomUUID(), null, 3, PhiText.of("A statin."));
		this.stored.keep(this.seal.seal(passage, document, new float[] { 1 }), new byte[0]);
		this.queue.add(new IngestJob(document, this.collectionId, DocumentFormat.TEXT, null, Callers.ADMIN, 1,
				UUID.randomUUID()));
		worker().next().block(PATIENCE);
		assertThat(this.queue.ends()).containsExactly("ready");
		assertThat(this.queue.passages()).singleElement().satisfies((sealed) -> {
			assertThat(this.seal.open(sealed)).isEqualTo(passage);
			assertThat(this.seal.openVector(sealed)).hasSizeGreaterThan(1);
		});
	}

	@Test
	void givesUpAtOnceWhatCannotBeRead() {
		this.reading = Mono.error(new UnreadableDocumentException(FailureReason.ENCRYPTED));
		run(1);
		assertThat(this.queue.ends()).containsExactly("failed encrypted");
	}

	@Test
	void givesUpWhatHasNoText() {
		this.reading = Mono.just(List.of());
		run(1);
		assertThat(this.queue.ends()).containsExactly("failed no_text");
	}

	@Test
	void triesAgainLaterUntilTheAttemptsAreUsedUp() {
		this.embedder.setReady(false);
		run(1);
		run(2);
		run(3);
		assertThat(this.queue.ends()).containsExactly("back in 30", "back in 30", "failed embedding_failed");
	}

	@Test
	void doesNotTouchWhatKilledItsWorkers() {
		this.reading = Mono.error(new AssertionError("must not be read"));
		run(4);
		assertThat(this.queue.ends()).containsExactly("failed interrupted");
	}

	@Test
	void givesUpWhatDoesNotOpen() {
		IngestJob moved = new IngestJob(UUID.randomUUID(), this.collectionId, DocumentFormat.TEXT,
				job(1).sealedContent(), Callers.ADMIN, 1, UUID.randomUUID());
		this.queue.add(moved);
		worker().next().block(PATIENCE);
		assertThat(this.queue.ends()).containsExactly("failed unreadable");
	}

	@Test
	void leavesNothingInTheIndexOfADocumentDeletedMeanwhile() {
		this.queue.loseLeases();
		IngestJob job = run(1);
		assertThat(this.queue.ends()).isEmpty();
		assertThat(this.index.holds(this.collectionId, job.document())).isFalse();
	}

	@Test
	void stopsWorkingWhenTheLeaseIsLost() {
		this.reading = Mono.never();
		this.queue.loseLeases();
		run(1);
		assertThat(this.queue.ends()).doesNotContain("ready");
	}

	@Test
	void worksInTheBackgroundAndPutsBackWhatIsInWorkWhenItStops() {
		this.reading = Mono.never();
		this.queue.add(job(1));
		IngestWorker worker = worker();
		worker.start();
		await().atMost(PATIENCE).until(() -> this.queue.waiting().blockOptional().orElseThrow() == 0);
		worker.stop();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.queue.ends()).containsExactly("back in 0"));
	}

	private IngestJob run(int attempt) {
		IngestJob job = job(attempt);
		this.queue.add(job);
		worker().next().block(PATIENCE);
		return job;
	}

	private IngestJob job(int attempt) {
		UUID document = UUID.randomUUID();
		byte[] content = this.seal.key().seal(new byte[] { 1 }, Place.file(this.collectionId, document).bytes());
		return new IngestJob(document, this.collectionId, DocumentFormat.TEXT, content, Callers.ADMIN, attempt,
				UUID.randomUUID());
	}

	private IngestWorker worker() {
		DocumentPipeline pipeline = new DocumentPipeline((content, format) -> this.reading, this.stored,
				new Chunker(new ChunkProperties(900, 1000, 120)), this.embedder, this.index, this.queue, this.keys,
				new TimeOrderedIds(Clock.systemUTC(), new Random(7)), this.meters,
				new EmbedProperties("", "", "", PATIENCE, 4, 1, 4, null));
		return new IngestWorker(this.queue, pipeline, this.collections, this.embedder, this.meters, PROPERTIES);
	}

}
