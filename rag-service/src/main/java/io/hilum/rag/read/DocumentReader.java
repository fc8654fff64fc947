package io.hilum.rag.read;

import java.util.List;

import io.hilum.rag.document.DocumentFormat;
import reactor.core.publisher.Mono;

/**
 * Reads documents that nobody has reason to trust. Whatever the bytes are, reading ends
 * within the configured time and memory, touches no network and leaves nothing on disk.
 */
public interface DocumentReader {

	/**
	 * Read a document.
	 * @param content its bytes
	 * @param format how they are to be read
	 * @return its blocks in their order, at least one; fails with
	 * {@link UnreadableDocumentException}
	 */
	Mono<List<Block>> read(byte[] content, DocumentFormat format);

}
