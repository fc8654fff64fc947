package io.hilum.usage.access;

import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * What the other services can read at present.
 */
public interface AccessTopic {

	/**
	 * The version of the last record of each key of the topic.
	 * @return versions by key
	 */
	Mono<Map<String, Long>> versions();

}
