package io.hilum.rag.index.lucene;

import io.hilum.rag.index.PassageIndex;
import reactor.core.scheduler.Schedulers;

/**
 * The index of this package for the tests of others.
 */
public final class LuceneIndexes {

	private LuceneIndexes() {
	}

	/**
	 * An empty index that works on the thread of its caller.
	 * @return the index
	 */
	public static PassageIndex create() {
		return new LucenePassageIndex(Schedulers.immediate(), Schedulers.immediate());
	}

}
