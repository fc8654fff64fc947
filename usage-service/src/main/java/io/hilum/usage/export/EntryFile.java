package io.hilum.usage.export;

import java.nio.ByteBuffer;
import java.util.List;

import io.hilum.usage.ledger.LedgerEntry;
import reactor.core.publisher.Flux;

/**
 * A binary format of files, written while its entries are read.
 */
public interface EntryFile {

	/**
	 * Write a file. Nothing is done on the thread of whoever asks for the pieces.
	 * @param pages the entries; the next page is asked for when the last is written
	 * @return the file in pieces, to be put together as they come; a
	 * {@link io.hilum.usage.problem.UsageProblem.Unavailable} before the first if too
	 * many are being written
	 */
	Flux<ByteBuffer> write(Flux<List<LedgerEntry>> pages);

}
