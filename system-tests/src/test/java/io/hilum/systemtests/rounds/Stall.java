package io.hilum.systemtests.rounds;

import java.time.Duration;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Has Redis take commands and do nothing for a while.
 */
final class Stall {

	private Stall() {
	}

	static void redis(String url, Duration howLong) {
		try (RedisClient client = RedisClient.create(url);
				StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientPause(howLong.toMillis());
		}
	}

}
