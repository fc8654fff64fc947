package io.hilum.usage.telemetry;

import reactor.core.publisher.Mono;

/**
 * Looks at what waits.
 */
public interface Backlogs {

	/**
	 * Look.
	 * @return what waits now
	 */
	Mono<Backlog> present();

}
