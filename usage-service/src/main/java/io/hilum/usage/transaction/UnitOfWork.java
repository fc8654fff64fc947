package io.hilum.usage.transaction;

import reactor.core.publisher.Mono;

/**
 * Runs work in one transaction: all of it is in effect, or none.
 */
public interface UnitOfWork {

	/**
	 * Run work in one transaction.
	 * @param <T> the type of its result
	 * @param work the work
	 * @return its result, or {@link DataRefusedException} if the store will never take
	 * its data, or any other error if trying again may help
	 */
	<T> Mono<T> inOne(Mono<T> work);

}
