package io.hilum.rag.ingest;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken in, and how fast.
 *
 * @param maxBytes how large a document may be
 * @param uploads how many uploads are received at once; more are refused
 * @param queue how many documents may wait in all; more are refused
 * @param maxDocuments how many documents a collection may have
 * @param workers how many documents are worked on at once by this replica
 * @param poll how often the queue is looked at when nothing is heard of it
 * @param lease how long a worker may be silent before another takes its document
 * @param attempts how often a document is tried
 * @param retryDelay how long to wait after a failure that may pass
 * @param giveBack how long giving back what is in work may take when the service stops
 */
@ConfigurationProperties("hilum.ingest")
public record IngestProperties(@DefaultValue("20MB") DataSize maxBytes, @DefaultValue("4") int uploads,
		@DefaultValue("1000") long queue, @DefaultValue("10000") long maxDocuments, @DefaultValue("1") int workers,
		@DefaultValue("2s") Duration poll, @DefaultValue("2m") Duration lease, @DefaultValue("5") int attempts,
		@DefaultValue("30s") Duration retryDelay, @DefaultValue("5s") Duration giveBack) {
}
