package io.hilum.rag.ingest.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.rag.document.Document;
import io.hilum.trust.seal.AesGcm;
import org.jspecify.annotations.Nullable;

/**
 * A document as clients see it.
 */
record DocumentV1(UUID id, String title, String format, long bytes, String status, @Nullable String reason,
		int passages, Instant createdAt, Instant updatedAt) {

	static DocumentV1 of(Document document, AesGcm key) {
		return new DocumentV1(document.id(), document.title(key).reveal(), document.format().wire(), document.bytes(),
				document.status().wire(), document.reason(), document.passages(), document.createdAt(),
				document.updatedAt());
	}

	@Override
	public String toString() {
		return "DocumentV1[id=" + this.id + "]";
	}

}
