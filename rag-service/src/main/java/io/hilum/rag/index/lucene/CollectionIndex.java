package io.hilum.rag.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.rag.index.IndexedPassage;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The passages of one collection in memory. Written by one thread, read by many.
 */
final class CollectionIndex implements Closeable {

	static final String TEXT = "text";

	static final String VECTOR = "vector";

	static final String PASSAGE = "passage";

	private static final String DOCUMENT = "document";

	private static final double BUFFER_MEGABYTES = 8;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private final Set<UUID> documents = ConcurrentHashMap.newKeySet();

	CollectionIndex(Analyzer analyzer) throws IOException {
		IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MEGABYTES)
			.setMergeScheduler(new SerialMergeScheduler());
		this.writer = new IndexWriter(new ByteBuffersDirectory(), config);
		this.searchers = new SearcherManager(this.writer, new SearcherFactory());
	}

	void put(UUID document, List<IndexedPassage> passages) throws IOException {
		List<Document> rows = passages.stream().map((passage) -> row(document, passage)).toList();
		this.writer.updateDocuments(term(document), rows);
		this.searchers.maybeRefreshBlocking();
		this.documents.add(document);
	}

	void remove(UUID document) throws IOException {
		this.documents.remove(document);
		this.writer.deleteDocuments(term(document));
		this.searchers.maybeRefreshBlocking();
	}

	boolean holds(UUID document) {
		return this.documents.contains(document);
	}

	boolean isEmpty() {
		return this.documents.isEmpty();
	}

	int size() {
		return this.writer.getDocStats().numDocs;
	}

	SearcherManager searchers() {
		return this.searchers;
	}

	@Override
	public void close() throws IOException {
		this.searchers.close();
		this.writer.rollback();
	}

	private static Document row(UUID document, IndexedPassage passage) {
		Document row = new Document();
		row.add(new StringField(DOCUMENT, document.toString(), Field.Store.NO));
		row.add(new BinaryDocValuesField(PASSAGE, new BytesRef(PassageIds.bytes(passage.id()))));
		row.add(new TextField(TEXT, passage.text().reveal(), Field.Store.NO));
		row.add(new KnnFloatVectorField(VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
		return row;
	}

	private static Term term(UUID document) {
		return new Term(DOCUMENT, document.toString());
	}

}
