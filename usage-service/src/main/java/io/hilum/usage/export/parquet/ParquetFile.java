package io.hilum.usage.export.parquet;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;

import io.hilum.usage.export.EntryFile;
import io.hilum.usage.export.ExportProperties;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes Parquet on threads of its own. What is in memory is one page and one row group
 * for each file, and there are only so many files at once.
 */
@Component
class ParquetFile implements EntryFile, DisposableBean {

	private final Semaphore places;

	private final Scheduler scheduler;

	private final long rowGroupSize;

	ParquetFile(ExportProperties properties) {
		ExportProperties.Parquet parquet = properties.parquet();
		this.places = new Semaphore(parquet.maxExports());
		// Each file has three workers, which wait for each other and not for a thread.
		this.scheduler = Schedulers.newBoundedElastic(parquet.threads(), 64 * parquet.maxExports(), "parquet");
		this.rowGroupSize = parquet.rowGroupSize().toBytes();
	}

	@Override
	public Flux<ByteBuffer> write(Flux<List<LedgerEntry>> pages) {
		return Flux.defer(() -> this.places.tryAcquire() ? file(pages).doFinally((end) -> this.places.release())
				: Flux.error(() -> new UsageProblem.Unavailable("exports_busy",
						"As many files are being written as can be at once, try again later")));
	}

	private Flux<ByteBuffer> file(Flux<List<LedgerEntry>> pages) {
		return Mono.fromCallable(() -> new RowGroups(this.rowGroupSize))
			.flatMapMany((groups) -> Flux.concat(pages.publishOn(this.scheduler, 1).map(groups::write),
					Mono.fromCallable(groups::end).subscribeOn(this.scheduler)))
			.subscribeOn(this.scheduler)
			.filter(ByteBuffer::hasRemaining);
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
