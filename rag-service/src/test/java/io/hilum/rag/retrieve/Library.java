package io.hilum.rag.retrieve;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.Callers;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionAccess;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.collection.InMemoryCollectionStore;
import io.hilum.rag.document.InMemoryPassageStore;
import io.hilum.rag.document.NoDocuments;
import io.hilum.rag.document.Passage;
import io.hilum.rag.document.PassageSeal;
import io.hilum.rag.embed.TextKind;
import io.hilum.rag.embed.WordEmbedder;
import io.hilum.rag.index.IndexFollower;
import io.hilum.rag.index.IndexProperties;
import io.hilum.rag.index.IndexedPassage;
import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.index.lucene.LuceneIndexes;
import io.hilum.rag.observe.RagMeters;
import io.hilum.rag.seal.Keys;
import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.text.PhiText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * A retriever over collections in memory, with real sealing and a real index.
 */
final class Library {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final DataKeys keys = Keys.create();

	private final InMemoryCollectionStore collections = new InMemoryCollectionStore();

	private final InMemoryPassageStore passages = new InMemoryPassageStore();

	private final PassageIndex index = LuceneIndexes.create();

	private final WordEmbedder embedder = new WordEmbedder();

	private final IndexFollower follower = new IndexFollower(new NoDocuments(), this.passages, this.collections,
			this.index, this.embedder, this.keys,
			new IndexProperties(1000, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1));

	private final Retriever retriever = new Retriever(new CollectionAccess(this.collections), this.embedder,
			this.follower, this.index, this.passages, this.keys, new RagMeters(new SimpleMeterRegistry()),
			new RetrieveProperties(4000, 16, 60));

	Library open() {
		this.follower.follow().block(PATIENCE);
		return this;
	}

	Retriever retriever() {
		return this.retriever;
	}

	WordEmbedder embedder() {
		return this.embedder;
	}

	InMemoryPassageStore passages() {
		return this.passages;
	}

	DocumentCollection add(String name, AccessList access) {
		UUID id = UUID.randomUUID();
		DocumentCollection collection = new DocumentCollection(id, new CollectionName(name), null, access,
				Keys.newKey(this.keys, id), Instant.EPOCH, "ada");
		this.collections.insert(collection).block(PATIENCE);
		return collection;
	}

	UUID addDocument(DocumentCollection collection, String title, List<String> texts) {
		UUID document = UUID.randomUUID();
		PassageSeal seal = PassageSeal.of(collection, this.keys).blockOptional(PATIENCE).orElseThrow();
		byte[] sealedTitle = seal.key()
			.seal(title.getBytes(StandardCharsets.UTF_8), Place.title(collection.id(), document).bytes());
		List<IndexedPassage> indexed = new ArrayList<>();
		for (String text : texts) {
			Passage passage = new Passage(UUID.randomUUID(), null, null, PhiText.of(text));
			float[] vector = this.embedder.embed(List.of(passage.text()), TextKind.PASSAGE, Callers.ADMIN)
				.blockOptional(PATIENCE)
				.orElseThrow()
				.getFirst();
			this.passages.keep(seal.seal(passage, document, vector), sealedTitle);
			indexed.add(new IndexedPassage(passage.id(), passage.text(), vector));
		}
		this.index.put(collection.id(), document, indexed).block(PATIENCE);
		return document;
	}

}
