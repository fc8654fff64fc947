package io.hilum.usage.audit;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.hilum.usage.audit.chain.ArchiveNames;

/**
 * Removes from the archive what was removed from the chain. The archive is listed when
 * more has expired since, and once after a start, so that a removal that was cut short is
 * ended.
 */
@Component
public class ExpiredParts {

	private final AuditChain chain;

	private final AuditArchive archive;

	private final AtomicLong removed = new AtomicLong();

	ExpiredParts(AuditChain chain, AuditArchive archive) {
		this.chain = chain;
		this.archive = archive;
	}

	/**
	 * Remove what has expired.
	 * @return how many parts went
	 */
	public Mono<Long> remove() {
		return this.chain.expiry()
			.map((expiry) -> expiry.last().batch())
			.filter((batch) -> batch > this.removed.get())
			.flatMap((batch) -> Flux.just("batches", "heads")
				.concatMap(this.archive::list)
				.filter((name) -> isPartOf(name, batch))
				.concatMap((name) -> this.archive.remove(name).thenReturn(name))
				.count()
				.doOnSuccess((count) -> this.removed.set(batch)))
			.defaultIfEmpty(0L);
	}

	private static boolean isPartOf(String name, long lastBatch) {
		String digits = name.replaceAll("\\D", "");
		long batch = digits.isEmpty() ? Long.MAX_VALUE : Long.parseLong(digits);
		return batch <= lastBatch && (name.equals(ArchiveNames.batch(batch)) || name.equals(ArchiveNames.head(batch)));
	}

}
