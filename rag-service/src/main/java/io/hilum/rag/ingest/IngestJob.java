package io.hilum.rag.ingest;

import java.util.UUID;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.trust.context.ServiceContext;

/**
 * A document that a worker holds.
 *
 * @param document the document
 * @param collection the collection that it is in
 * @param format how it is to be read
 * @param sealedContent its bytes, sealed; not copied
 * @param requester who uploaded it
 * @param attempt which attempt this is, 1 for the first
 * @param lease what proves that the worker still holds it
 */
public record IngestJob(UUID document, UUID collection, DocumentFormat format, byte[] sealedContent,
		ServiceContext requester, int attempt, UUID lease) {

	@Override
	public String toString() {
		return "IngestJob[document=" + this.document + ", attempt=" + this.attempt + "]";
	}

}
