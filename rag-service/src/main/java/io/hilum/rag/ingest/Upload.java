package io.hilum.rag.ingest;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.trust.text.PhiText;

/**
 * A file that a client sent.
 *
 * @param title what it is called
 * @param format what it is
 * @param content its bytes; not copied
 */
public record Upload(PhiText title, DocumentFormat format, byte[] content) {

	@Override
	public String toString() {
		return "Upload[format=" + this.format + ", bytes=" + this.content.length + "]";
	}

}
