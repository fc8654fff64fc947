package io.hilum.rag.read.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.UnreadableDocumentException;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;

/**
 * Bytes of a text in whatever charset they are.
 */
final class TextDecoding {

	private TextDecoding() {
	}

	static String decode(byte[] content) {
		try (AutoDetectReader reader = new AutoDetectReader(new ByteArrayInputStream(content))) {
			return reader.readAllAsString();
		}
		catch (IOException | TikaException ex) {
			throw new UnreadableDocumentException(FailureReason.UNREADABLE);
		}
	}

}
