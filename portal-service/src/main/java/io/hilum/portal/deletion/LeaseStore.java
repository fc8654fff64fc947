package io.hilum.portal.deletion;

import java.time.Duration;
import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * Lets one replica at a time do some work.
 */
public interface LeaseStore {

	/**
	 * Take a lease, or keep it.
	 * @param name of what work
	 * @param owner who works
	 * @param life for how long nobody else does
	 * @return {@code false} if somebody else has it
	 */
	Mono<Boolean> take(String name, UUID owner, Duration life);

}
