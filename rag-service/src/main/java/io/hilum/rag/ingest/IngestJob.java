package io.hilum.rag.ingest;

import java.util.UUID;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * A document that a worker holds.
 *
 * @param document the document
 * @param collection the collection that it is in
 * @param format how it is to be read
 * @param sealedContent its bytes, sealed and not copied; {@code null} if it was read
 * before and only its vectors are to be made anew
 * @param requester who uploaded it
 * @param attempt which attempt this is, 1 for the first
 * @param lease what proves that the worker still holds it
 */
public record IngestJob(UUID document, UUID collection, DocumentFormat format, byte @Nullable [] sealedContent,
		ServiceContext requester, int attempt, UUID lease) {

	@Override
	public String toString() {
		return "IngestJob[document=" + this.document + ", attempt=" + this.attempt + "]";
	}

}
