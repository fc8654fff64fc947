package io.hilum.rag.ingest.web;

import java.util.concurrent.Semaphore;

import io.hilum.rag.ingest.IngestProperties;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * How many uploads are in memory at once. One more is refused, not queued.
 */
@Component
class UploadSlots {

	private final Semaphore slots;

	UploadSlots(IngestProperties properties) {
		this.slots = new Semaphore(properties.uploads());
	}

	<T> Mono<T> within(Mono<T> upload) {
		return Mono.using(() -> {
			if (!this.slots.tryAcquire()) {
				throw RagProblem.of(ProblemCode.QUEUE_FULL, "As many uploads are being received as may");
			}
			return this.slots;
		}, (slot) -> upload, Semaphore::release);
	}

}
