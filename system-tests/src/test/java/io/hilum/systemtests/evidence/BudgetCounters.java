package io.hilum.systemtests.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;

/**
 * What Redis says of budgets: counters and holds.
 */
public final class BudgetCounters {

	private static final String PREFIX = "hilum:{budget}:";

	private static final String HOLDS = PREFIX + "holds";

	private final String url;

	public BudgetCounters(String url) {
		this.url = url;
	}

	/**
	 * The fields of each counter by its key, which begins with the scope and ends with
	 * unit and first day of its window.
	 */
	public Map<String, Map<String, String>> all() {
		return ask((redis) -> {
			Map<String, Map<String, String>> counters = new TreeMap<>();
			ScanIterator.scan(redis, ScanArgs.Builder.matches(PREFIX + "*:20*").limit(1000)).forEachRemaining((key) -> {
				if (redis.type(key).equals("hash") && redis.hexists(key, "born")) {
					counters.put(key.substring(PREFIX.length()), redis.hgetall(key));
				}
			});
			return counters;
		});
	}

	/**
	 * The ids of what is held.
	 */
	public List<String> holds() {
		return ask((redis) -> redis.zrange(HOLDS, 0, -1));
	}

	private <T> T ask(Function<RedisCommands<String, String>, T> question) {
		try (RedisClient client = RedisClient.create(this.url);
				StatefulRedisConnection<String, String> connection = client.connect(StringCodec.UTF8)) {
			return question.apply(connection.sync());
		}
	}

}
