package io.hilum.routing.cache.redis;

import io.hilum.loops.redis.RedisLink;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Keeps answers in Redis.
 */
@Configuration(proxyBeanMethods = false)
class RedisCacheConfiguration {

	@Bean
	RedisResponseCache responseCache(ReactiveRedisConnectionFactory connections, RedisLink link) {
		return new RedisResponseCache(new ReactiveRedisTemplate<>(connections,
				RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
					.value(RedisSerializer.byteArray())
					.build()),
				link);
	}

}
