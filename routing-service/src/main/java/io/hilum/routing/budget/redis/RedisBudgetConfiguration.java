package io.hilum.routing.budget.redis;

import java.time.Clock;

import io.hilum.loops.redis.RedisLink;
import io.hilum.routing.budget.BudgetProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Keeps budgets in Redis.
 */
@Configuration(proxyBeanMethods = false)
class RedisBudgetConfiguration {

	@Bean
	RedisBudgetKeeper budgetKeeper(ReactiveStringRedisTemplate redis, RedisLink link, BudgetProperties properties,
			Clock clock) {
		return new RedisBudgetKeeper(redis, link, properties, clock);
	}

	@Bean
	HoldSweeper holdSweeper(RedisBudgetKeeper keeper, BudgetProperties properties, MeterRegistry meters) {
		Counter expired = Counter.builder("hilum.budget.holds.expired")
			.description("Holds that were charged at their estimate")
			.register(meters);
		return new HoldSweeper(keeper, properties.sweepInterval(), expired);
	}

}
