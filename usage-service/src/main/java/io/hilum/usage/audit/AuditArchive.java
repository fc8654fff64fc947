package io.hilum.usage.audit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Object storage for evidence, out of reach of whoever administers the database.
 */
public interface AuditArchive {

	/**
	 * Write a part once.
	 * @param name its name
	 * @param content its content
	 * @return when it is durable; {@link ForkedArchiveException} if it is there with
	 * other content
	 */
	Mono<Void> writeOnce(String name, String content);

	/**
	 * Write a part in place of the one before.
	 * @param name its name
	 * @param content its content
	 * @return when it is durable
	 */
	Mono<Void> replace(String name, String content);

	/**
	 * Remove a part.
	 * @param name its name
	 * @return when it is gone, or was not there
	 */
	Mono<Void> remove(String name);

	/**
	 * List parts.
	 * @param folder the folder that they are in, such as {@code batches}
	 * @return their names in no order, with the folder
	 */
	Flux<String> list(String folder);

	/**
	 * Read a part.
	 * @param name its name
	 * @return its content, or nothing
	 */
	Mono<String> read(String name);

}
