package io.hilum.routing.budget.redis;

import java.time.Clock;

import io.hilum.loops.redis.RedisLink;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.CountedHolds;
import io.hilum.routing.budget.KnownEndings;
import io.hilum.routing.budget.Warnings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Keeps budgets in Redis.
 */
@Configuration(proxyBeanMethods = false)
class RedisBudgetConfiguration {

	@Bean
	RedisBudgetKeeper budgetKeeper(ReactiveStringRedisTemplate redis, RedisLink link, BudgetProperties properties,
			Clock clock, KnownEndings endings) {
		return new RedisBudgetKeeper(redis, link, properties, clock, endings);
	}

	@Bean
	@Primary
	CountedHolds countedHolds(RedisBudgetKeeper keeper, MeterRegistry meters) {
		return new CountedHolds(keeper, meters);
	}

	@Bean
	WarningOutbox warningOutbox(ReactiveStringRedisTemplate redis, RedisLink link, Budgets budgets, Warnings warnings) {
		return new WarningOutbox(redis, link, budgets, warnings);
	}

	@Bean
	HoldSweeper holdSweeper(RedisBudgetKeeper keeper, WarningOutbox warnings, BudgetProperties properties,
			MeterRegistry meters) {
		Counter expired = Counter.builder("hilum.budget.holds.expired")
			.description("Holds that were charged at their estimate")
			.register(meters);
		return new HoldSweeper(keeper, warnings, properties.sweepInterval(), expired);
	}

}
