package io.hilum.usage.export;

import java.util.List;

import reactor.core.publisher.Flux;

/**
 * Reads the ledger in its order, a page at a time, and a page only when it is asked for.
 */
public interface ExportPages {

	/**
	 * Read entries.
	 * @param query which
	 * @param size how many on a page
	 * @return the pages, by time
	 */
	Flux<List<ExportedEntry>> read(ExportQuery query, int size);

}
