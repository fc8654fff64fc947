package io.hilum.rag.ingest;

import java.util.List;
import java.util.stream.IntStream;

import io.hilum.rag.chunk.Chunk;
import io.hilum.rag.chunk.Chunker;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.Passage;
import io.hilum.rag.document.PassageSeal;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.document.SealedPassage;
import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.TextKind;
import io.hilum.rag.index.IndexedPassage;
import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.observe.RagMeter;
import io.hilum.rag.observe.RagMeters;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.DocumentReader;
import io.hilum.rag.read.UnreadableDocumentException;
import io.hilum.rag.seal.Place;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.seal.DataKeys;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The way of one document: open, read, cut, embed, seal, index, store.
 */
@Component
class DocumentPipeline {

	private final DocumentReader reader;

	private final PassageStore stored;

	private final Chunker chunker;

	private final Embedder embedder;

	private final PassageIndex index;

	private final IngestQueue queue;

	private final DataKeys keys;

	private final TimeOrderedIds ids;

	private final RagMeters meters;

	private final EmbedProperties embedProperties;

	DocumentPipeline(DocumentReader reader, PassageStore stored, Chunker chunker, Embedder embedder, PassageIndex index,
			IngestQueue queue, DataKeys keys, TimeOrderedIds ids, RagMeters meters, EmbedProperties embedProperties) {
		this.reader = reader;
		this.stored = stored;
		this.chunker = chunker;
		this.embedder = embedder;
		this.index = index;
		this.queue = queue;
		this.keys = keys;
		this.ids = ids;
		this.meters = meters;
		this.embedProperties = embedProperties;
	}

	/**
	 * Bring a document to its passages.
	 * @param job the document
	 * @param collection its collection
	 * @return {@code false} if the document was deleted or taken over meanwhile
	 */
	Mono<Boolean> run(IngestJob job, DocumentCollection collection) {
		return PassageSeal.of(collection, this.keys).flatMap((seal) -> run(job, seal));
	}

	private Mono<Boolean> run(IngestJob job, PassageSeal seal) {
		return passages(job, seal).delayUntil((passages) -> this.queue.read(job))
			.flatMap((passages) -> vectors(job, passages).flatMap((vectors) -> store(job, seal, passages, vectors)));
	}

	private Mono<List<Passage>> passages(IngestJob job, PassageSeal seal) {
		byte[] sealed = job.sealedContent();
		if (sealed == null) {
			return this.stored.ofDocument(job.document()).map(seal::open).collectList();
		}
		return Mono.fromCallable(() -> seal.key().open(sealed, Place.file(job.collection(), job.document()).bytes()))
			.flatMap((content) -> this.reader.read(content, job.format()))
			.map(this::passages);
	}

	private List<Passage> passages(List<Block> blocks) {
		List<Passage> passages = this.chunker.chunk(blocks).stream().map(this::passage).toList();
		if (passages.isEmpty()) {
			throw new UnreadableDocumentException(FailureReason.NO_TEXT);
		}
		return passages;
	}

	private Passage passage(Chunk chunk) {
		return new Passage(this.ids.next(), chunk.section(), chunk.page(), chunk.text());
	}

	private Mono<List<float[]>> vectors(IngestJob job, List<Passage> passages) {
		return Flux.fromIterable(passages)
			.map(Passage::searched)
			.buffer(this.embedProperties.batch())
			.concatMap((texts) -> this.meters.time(RagMeter.EMBED,
					this.embedder.embed(texts, TextKind.PASSAGE, job.requester()), (ex) -> "failed"))
			.flatMapIterable((vectors) -> vectors)
			.collectList();
	}

	private Mono<Boolean> store(IngestJob job, PassageSeal seal, List<Passage> passages, List<float[]> vectors) {
		List<SealedPassage> sealed = IntStream.range(0, passages.size())
			.mapToObj((i) -> seal.seal(passages.get(i), job.document(), vectors.get(i)))
			.toList();
		List<IndexedPassage> indexed = IntStream.range(0, passages.size())
			.mapToObj((i) -> new IndexedPassage(passages.get(i).id(), passages.get(i).searched(), vectors.get(i)))
			.toList();
		// Into the index first: who sees the document ready shall find it.
		return this.index.put(job.collection(), job.document(), indexed)
			.then(this.queue.complete(job, this.embedder.model(), sealed))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(this.index.remove(job.collection(), job.document()).thenReturn(false))
			.onErrorResume((ex) -> this.index.remove(job.collection(), job.document()).then(Mono.error(ex)));
	}

}
