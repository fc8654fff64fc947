package io.hilum.rag.read.tika;

import java.io.InputStream;

import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.xml.sax.ContentHandler;

/**
 * Leaves files inside a document closed.
 */
final class ClosedAttachments implements EmbeddedDocumentExtractor {

	@Override
	public boolean shouldParseEmbedded(Metadata metadata) {
		return false;
	}

	@Override
	public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
		// Nothing inside a document is opened.
	}

}
