package io.hilum.rag.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.hilum.rag.index.Hit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * One search over several collections as if they were one, so that words are as rare as
 * they are in all of them together and in nothing else.
 */
final class SharedSearch implements AutoCloseable {

	private final List<SearcherManager> owners = new ArrayList<>();

	private final List<IndexSearcher> searchers = new ArrayList<>();

	private final MultiReader reader;

	SharedSearch(Collection<CollectionIndex> collections) throws IOException {
		for (CollectionIndex collection : collections) {
			acquire(collection.searchers());
		}
		IndexReader[] readers = this.searchers.stream().map(IndexSearcher::getIndexReader).toArray(IndexReader[]::new);
		this.reader = new MultiReader(readers, false);
	}

	private void acquire(SearcherManager owner) throws IOException {
		try {
			this.searchers.add(owner.acquire());
			this.owners.add(owner);
		}
		catch (AlreadyClosedException ex) {
			// The collection was emptied since it was looked up: there is nothing to
			// search.
			return;
		}
	}

	List<Hit> search(Query query, int depth) throws IOException {
		IndexSearcher searcher = new IndexSearcher(this.reader);
		List<Hit> hits = new ArrayList<>();
		for (ScoreDoc found : searcher.search(query, depth).scoreDocs) {
			hits.add(new Hit(PassageIds.read(this.reader, found.doc), found.score));
		}
		return hits;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
		for (int i = 0; i < this.owners.size(); i++) {
			this.owners.get(i).release(this.searchers.get(i));
		}
	}

}
