package io.hilum.rag.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.rag.index.Hit;
import io.hilum.rag.index.IndexedPassage;
import io.hilum.rag.index.PassageIndex;
import io.hilum.trust.text.PhiText;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountAnalyzer;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * An index in memory: BM25 over stemmed English words, and an HNSW graph over vectors.
 * Each collection has one of its own.
 */
class LucenePassageIndex implements PassageIndex {

	private static final int MAX_QUERY_WORDS = 128;

	private final Map<UUID, CollectionIndex> collections = new ConcurrentHashMap<>();

	private final Analyzer analyzer = new EnglishAnalyzer();

	private final QueryBuilder queries = new QueryBuilder(new LimitTokenCountAnalyzer(this.analyzer, MAX_QUERY_WORDS));

	private final Scheduler writing;

	private final Scheduler searching;

	LucenePassageIndex(Scheduler writing, Scheduler searching) {
		this.writing = writing;
		this.searching = searching;
	}

	@Override
	public Mono<Void> put(UUID collection, UUID document, List<IndexedPassage> passages) {
		return write(() -> index(collection).put(document, passages));
	}

	@Override
	public Mono<Void> remove(UUID collection, UUID document) {
		return write(() -> removeNow(collection, document));
	}

	private void removeNow(UUID collection, UUID document) throws IOException {
		CollectionIndex index = this.collections.get(collection);
		if (index == null) {
			return;
		}
		index.remove(document);
		if (index.isEmpty()) {
			this.collections.remove(collection);
			index.close();
		}
	}

	@Override
	public boolean holds(UUID collection, UUID document) {
		CollectionIndex index = this.collections.get(collection);
		return index != null && index.holds(document);
	}

	@Override
	public long size() {
		return this.collections.values().stream().mapToLong(CollectionIndex::size).sum();
	}

	@Override
	public Mono<List<Hit>> byWords(Set<UUID> collections, PhiText query, int depth) {
		return search(() -> {
			Query words = this.queries.createBooleanQuery(CollectionIndex.TEXT, query.reveal());
			return (words != null) ? hits(collections, words, depth) : List.of();
		});
	}

	@Override
	public Mono<List<Hit>> byMeaning(Set<UUID> collections, float[] vector, int depth) {
		return search(
				() -> hits(collections, new KnnFloatVectorQuery(CollectionIndex.VECTOR, vector, depth), depth).stream()
					// Lucene maps the cosine from -1..1 to 0..1.
					.map((hit) -> new Hit(hit.passage(), 2 * hit.score() - 1))
					.toList());
	}

	private List<Hit> hits(Set<UUID> wanted, Query query, int depth) throws IOException {
		List<CollectionIndex> indexes = wanted.stream().map(this.collections::get).filter(Objects::nonNull).toList();
		if (indexes.isEmpty()) {
			return List.of();
		}
		try (SharedSearch search = new SharedSearch(indexes)) {
			return search.search(query, depth);
		}
	}

	private CollectionIndex index(UUID collection) {
		return this.collections.computeIfAbsent(collection, (id) -> {
			try {
				return new CollectionIndex(this.analyzer);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private Mono<Void> write(IndexWrite write) {
		return Mono.<Void>fromRunnable(() -> {
			try {
				write.run();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).subscribeOn(this.writing);
	}

	private Mono<List<Hit>> search(Callable<List<Hit>> search) {
		return Mono.fromCallable(search).subscribeOn(this.searching);
	}

	/**
	 * A change of the index.
	 */
	@FunctionalInterface
	interface IndexWrite {

		void run() throws IOException;

	}

}
