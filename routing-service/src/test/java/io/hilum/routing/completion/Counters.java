package io.hilum.routing.completion;

import java.util.List;

import io.hilum.parts.Parts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Looks into Redis.
 */
final class Counters {

	private Counters() {
	}

	static String of(String scope, String field) {
		RedisClient client = RedisClient.create(Parts.redis().url());
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			List<String> keys = connection.sync().keys("hilum:{budget}:" + scope + ":*");
			return keys.isEmpty() ? "" : connection.sync().hget(keys.getFirst(), field);
		}
		finally {
			client.shutdown();
		}
	}

}
