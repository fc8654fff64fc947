package io.hilum.agents.run.redis;

import java.time.Clock;

import io.hilum.agents.run.KeptProperties;
import io.hilum.agents.run.RunStore;
import io.hilum.loops.redis.RedisLink;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Keeps runs in Redis.
 */
@Configuration(proxyBeanMethods = false)
class RedisRunStoreConfiguration {

	@Bean
	RunStore runStore(ReactiveRedisConnectionFactory connections, RedisLink link, KeptProperties properties,
			Clock clock) {
		return new RedisRunStore(new ReactiveRedisTemplate<>(connections,
				RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
					.value(RedisSerializer.byteArray())
					.build()),
				link, properties.most(), properties.mostOfOne(), clock);
	}

}
