package io.hilum.systemtests.evidence;

import java.util.Map;
import java.util.TreeMap;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;

/**
 * Every key and value that Redis holds.
 */
public final class Keys {

	private final String url;

	public Keys(String url) {
		this.url = url;
	}

	/**
	 * The values as text, by their keys.
	 */
	public Map<String, String> all() {
		try (RedisClient client = RedisClient.create(this.url);
				StatefulRedisConnection<String, String> connection = client.connect(StringCodec.UTF8)) {
			RedisCommands<String, String> redis = connection.sync();
			Map<String, String> values = new TreeMap<>();
			ScanIterator.scan(redis).forEachRemaining((key) -> values.put(key, value(redis, key)));
			return values;
		}
	}

	private static String value(RedisCommands<String, String> redis, String key) {
		return switch (redis.type(key)) {
			case "string" -> String.valueOf(redis.get(key));
			case "hash" -> redis.hgetall(key).toString();
			case "list" -> redis.lrange(key, 0, -1).toString();
			case "set" -> redis.smembers(key).toString();
			case "zset" -> redis.zrange(key, 0, -1).toString();
			case "stream" -> redis.xrange(key, Range.unbounded()).toString();
			case String other -> other;
		};
	}

}
