package io.hilum.rag.ingest;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.document.Document;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.SealedPassage;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * The documents that wait, shared by all replicas. A worker holds a document by a lease;
 * once the lease is lost nothing that the worker says about the document counts.
 */
public interface IngestQueue {

	/**
	 * Add a document.
	 * @param document the document
	 * @param sealedContent its bytes, sealed
	 * @param requester who uploaded it
	 * @return {@code false} if its collection is gone
	 */
	Mono<Boolean> offer(Document document, byte[] sealedContent, ServiceContext requester);

	/**
	 * How many documents wait or are worked on.
	 * @return the number
	 */
	Mono<Long> waiting();

	/**
	 * Take the document that waited longest.
	 * @param lease a new lease
	 * @param life how long the lease holds
	 * @return the document, or empty
	 */
	Mono<IngestJob> claim(UUID lease, Duration life);

	/**
	 * Keep holding a document.
	 * @param job the document
	 * @param life how long the lease holds from now
	 * @return {@code false} if the lease is lost or the document deleted
	 */
	Mono<Boolean> keep(IngestJob job, Duration life);

	/**
	 * Say that a document has been read.
	 * @param job the document
	 * @return {@code false} if the lease is lost or the document deleted
	 */
	Mono<Boolean> read(IngestJob job);

	/**
	 * Make a document ready, with these passages in place of any that it has.
	 * @param job the document
	 * @param model what its vectors were made with
	 * @param passages its passages, in their order
	 * @return {@code false} if the lease is lost or the document deleted
	 */
	Mono<Boolean> complete(IngestJob job, String model, List<SealedPassage> passages);

	/**
	 * Give up on a document for good.
	 * @param job the document
	 * @param reason why
	 * @return completes when it is stored
	 */
	Mono<Void> fail(IngestJob job, FailureReason reason);

	/**
	 * Put a document back.
	 * @param job the document
	 * @param delay how long to leave it
	 * @return completes when it is stored
	 */
	Mono<Void> giveBack(IngestJob job, Duration delay);

}
