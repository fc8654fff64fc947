package io.hilum.rag.index.lucene;

import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.index.PassageIndexContract;
import org.junit.jupiter.api.AfterEach;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tests for {@link LucenePassageIndex}.
 */
class LucenePassageIndexTests extends PassageIndexContract {

	private final Scheduler writing = Schedulers.newBoundedElastic(1, 16, "index-write");

	private final Scheduler searching = Schedulers.newBoundedElastic(2, 16, "index-search");

	@Override
	protected PassageIndex index() {
		return new LucenePassageIndex(this.writing, this.searching);
	}

	@AfterEach
	void dispose() {
		this.writing.dispose();
		this.searching.dispose();
	}

}
