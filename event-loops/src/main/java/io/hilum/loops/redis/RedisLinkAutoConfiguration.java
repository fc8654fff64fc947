package io.hilum.loops.redis;

import io.hilum.loops.EventLoops;
import io.lettuce.core.ClientOptions.Builder;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.metrics.MicrometerCommandLatencyRecorder;
import io.lettuce.core.metrics.MicrometerOptions;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Puts the client of Redis on the event loops of the service, measures its commands, and
 * makes it fail at once while Redis is away, in place of keeping commands.
 */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@EnableConfigurationProperties(RedisLinkProperties.class)
public class RedisLinkAutoConfiguration {

	@Bean
	ClientResourcesBuilderCustomizer redisOnEventLoops(EventLoops loops) {
		return (resources) -> resources.eventLoopGroupProvider(new SharedLoops(loops));
	}

	@Bean
	ClientResourcesBuilderCustomizer redisLatency(MeterRegistry meters) {
		return (resources) -> resources
			.commandLatencyRecorder(new MicrometerCommandLatencyRecorder(meters, MicrometerOptions.create()));
	}

	@Bean
	LettuceClientOptionsBuilderCustomizer failFastWithoutRedis(RedisLinkProperties properties) {
		return (options) -> failFast(options, properties.maxQueued());
	}

	private static void failFast(Builder options, int maxQueued) {
		options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(maxQueued);
	}

	@Bean
	RedisLink redisLink(LettuceConnectionFactory connections, EventLoops loops, RedisLinkProperties properties) {
		return new RedisLink(connections, loops, properties.retry());
	}

}
