package io.hilum.rag.index;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.collection.CollectionStore;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.document.DocumentChange;
import io.hilum.rag.document.DocumentStore;
import io.hilum.rag.document.Passage;
import io.hilum.rag.document.PassageSeal;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.document.SealedPassage;
import io.hilum.rag.embed.Embedder;
import io.hilum.trust.seal.DataKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in memory as the database is: filled at the start, then changed as
 * other replicas change documents. Between two looks a replica may miss a new document,
 * but never returns a deleted one, since passages are fetched from the database.
 */
@Component
public class IndexFollower implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(IndexFollower.class);

	private final DocumentStore documents;

	private final PassageStore passages;

	private final CollectionStore collections;

	private final PassageIndex index;

	private final Embedder embedder;

	private final DataKeys keys;

	private final IndexProperties properties;

	private volatile long horizon;

	private volatile boolean filled;

	private volatile @Nullable Disposable following;

	/**
	 * Create the follower.
	 * @param documents what changes
	 * @param passages what is to be found
	 * @param collections whose keys open it
	 * @param index the index to keep
	 * @param embedder whose vectors are searched
	 * @param keys what opens those keys
	 * @param properties how often to look
	 */
	public IndexFollower(DocumentStore documents, PassageStore passages, CollectionStore collections,
			PassageIndex index, Embedder embedder, DataKeys keys, IndexProperties properties) {
		this.documents = documents;
		this.passages = passages;
		this.collections = collections;
		this.index = index;
		this.embedder = embedder;
		this.keys = keys;
		this.properties = properties;
	}

	/**
	 * Whether the index holds what the database held at the start.
	 * @return {@code false} while it is being filled
	 */
	public boolean isFilled() {
		return this.filled;
	}

	@Override
	public void start() {
		this.following = Flux.interval(Duration.ZERO, this.properties.follow())
			.onBackpressureDrop()
			.concatMap((tick) -> follow(), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable running = this.following;
		if (running != null) {
			running.dispose();
			this.following = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.following != null;
	}

	/**
	 * Look once at what changed.
	 * @return completes when the index has it
	 */
	public Mono<Void> follow() {
		return this.documents.horizon()
			.flatMap((next) -> this.documents.changes(this.horizon)
				.concatMap(this::apply)
				.then(this.documents.purge(this.properties.remember()))
				.doOnSuccess((purged) -> reached(next)))
			.then()
			.onErrorResume((ex) -> {
				logger.warn("The index could not follow the database: {}", ex.getClass().getName());
				return Mono.empty();
			});
	}

	private void reached(long next) {
		this.horizon = next;
		this.filled = true;
	}

	private Mono<Void> apply(DocumentChange change) {
		String model = change.model();
		if (model == null) {
			return this.index.remove(change.collection(), change.id());
		}
		if (!model.equals(this.embedder.model())) {
			logger.info("Document {} has vectors of {} and gets new ones", change.id(), model);
			return this.documents.reopen(change.id(), this.embedder.model()).then();
		}
		if (this.index.holds(change.collection(), change.id())) {
			return Mono.empty();
		}
		return this.collections.find(change.collection())
			.flatMap((collection) -> load(collection, change.id()))
			.onErrorResume(DataKeys::isLost, (ex) -> {
				logger.error("Document {} of collection {} does not open and is left out of the index", change.id(),
						change.collection());
				return Mono.empty();
			});
	}

	private Mono<Void> load(DocumentCollection collection, UUID document) {
		Mono<List<IndexedPassage>> opened = PassageSeal.of(collection, this.keys)
			.flatMapMany((seal) -> this.passages.ofDocument(document).map((sealed) -> open(seal, sealed)))
			.collectList();
		return opened.filter((found) -> !found.isEmpty())
			.flatMap((found) -> this.index.put(collection.id(), document, found));
	}

	private static IndexedPassage open(PassageSeal seal, SealedPassage sealed) {
		Passage passage = seal.open(sealed);
		return new IndexedPassage(passage.id(), passage.searched(), seal.openVector(sealed));
	}

}
