package io.hilum.gateway.admission.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.ClientOptions.Builder;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the client fail at once while Redis is away, in place of keeping commands.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	private static final int MAX_QUEUED_COMMANDS = 10_000;

	@Bean
	LettuceClientOptionsBuilderCustomizer failFastWithoutRedis() {
		return RedisConfiguration::customize;
	}

	private static void customize(Builder options) {
		options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(MAX_QUEUED_COMMANDS);
	}

}
