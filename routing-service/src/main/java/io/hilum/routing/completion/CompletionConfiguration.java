package io.hilum.routing.completion;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.hilum.routing.budget.Accounts;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.cache.CacheKeys;
import io.hilum.routing.cache.CacheProperties;
import io.hilum.routing.cache.KeptAnswers;
import io.hilum.routing.cache.KnownAnswers;
import io.hilum.routing.cache.ResponseCache;
import io.hilum.routing.cache.Wordings;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.exit.ExitGuard;
import io.hilum.routing.exit.ExitProperties;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.HealthProperties;
import io.hilum.routing.health.HealthTeller;
import io.hilum.routing.idempotency.Claims;
import io.hilum.routing.idempotency.IdempotencyProperties;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.load.LoadProperties;
import io.hilum.routing.load.ModelLimits;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.telemetry.GenAiMeters;
import io.hilum.routing.telemetry.GenAiObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the pipeline together.
 */
@Configuration(proxyBeanMethods = false)
class CompletionConfiguration {

	@Bean
	Budgets budgets() {
		return new Budgets();
	}

	@Bean
	HealthBoard healthBoard(HealthProperties properties, Clock clock, ObjectProvider<HealthTeller> others) {
		return new HealthBoard(properties, clock, others.getIfAvailable(() -> (news) -> {
		}));
	}

	@Bean
	LoadBoard loadBoard(LoadProperties properties) {
		return new LoadBoard(properties, System::nanoTime);
	}

	@Bean
	ModelLimits modelLimits(LoadProperties properties) {
		return new ModelLimits(properties, System::nanoTime);
	}

	@Bean
	Providers providers(List<ProviderFactory> factories) {
		return new Providers(factories);
	}

	/**
	 * The codes of users have a key of their own, or follow from the one that all
	 * replicas share with the gateway.
	 */
	@Bean
	ProviderUsers providerUsers(@Value("${hilum.completion.user-key:}") String own,
			@Value("${hilum.context.accept.gateway-service:}") String shared) {
		return new ProviderUsers(own.isBlank() ? shared : own);
	}

	@Bean
	ExitGuard exitGuard(ExitProperties properties, MeterRegistry meters) {
		return new ExitGuard(properties, meters);
	}

	@Bean
	KnownAnswers knownAnswers(ResponseCache cache, CacheProperties properties, MeterRegistry meters) {
		return new KnownAnswers(cache, properties, meters, System::nanoTime);
	}

	@Bean
	CacheKeys cacheKeys(@Value("${hilum.cache.key:}") String own,
			@Value("${hilum.context.accept.gateway-service:}") String shared) {
		return new CacheKeys(own.isBlank() ? shared : own);
	}

	@Bean
	Once once(Claims claims, ResponseCache cache, CacheKeys keys, IdempotencyProperties properties,
			CompletionProperties completion) {
		KeptAnswers answers = new KeptAnswers(cache, properties.maxSize().toBytes(), properties.ttl(),
				System::nanoTime);
		return new Once(claims, answers, new IdempotencyKeys(keys), properties, completion.totalTimeout());
	}

	/**
	 * Measuring is a request of its own, on the same way as all others.
	 */
	@Bean
	Likeness likeness(ObjectProvider<CompletionPipeline> pipeline, CompletionProperties properties, CacheKeys keys,
			CacheProperties cacheProperties) {
		return new Likeness(new Measure(pipeline::getObject, properties),
				new Wordings(cacheProperties.maxWordings(), System::nanoTime), keys, cacheProperties);
	}

	@Bean
	TimeOrderedIds timeOrderedIds(Clock clock) {
		return new TimeOrderedIds(clock, () -> ThreadLocalRandom.current().nextLong());
	}

	@Bean
	Closing closing(UsageReporter reporter, BudgetKeeper keeper, BudgetProperties properties, MeterRegistry meters,
			Clock clock) {
		return new Closing(new UsageRecords(clock), reporter, new Settlement(keeper, properties),
				new GenAiMeters(meters));
	}

	@Bean
	Holding holding(Budgets budgets, BudgetKeeper keeper, BudgetProperties properties, Closing closing, Clock clock) {
		return new Holding(budgets, new Accounts(budgets, clock), keeper, properties, closing);
	}

	@Bean
	Preparation preparation(HealthBoard health, LoadBoard loads, Holding holding, CompletionProperties properties,
			Clock clock) {
		return new Preparation(new Planner(), new LiveSignals(health, loads), holding, properties, clock,
				ThreadLocalRandom::current);
	}

	@Bean
	Throttle throttle(ModelLimits limits) {
		return new Throttle(limits);
	}

	@Bean
	Rehearsal rehearsal(Catalogues catalogues, Preparation preparation, Throttle throttle, Holding holding,
			TimeOrderedIds ids) {
		return new Rehearsal(catalogues, preparation, throttle, holding, ids);
	}

	@Bean
	CompletionPipeline completionPipeline(Catalogues catalogues, Preparation preparation, Throttle throttle,
			Holding holding, Closing closing, HealthBoard health, LoadBoard loads, Providers providers,
			BudgetProperties budgetProperties, UsageReporter reporter, ObservationRegistry observations,
			CompletionProperties properties, ProviderUsers users, KnownAnswers known, CacheKeys keys,
			CacheProperties cacheProperties, Likeness likeness, ExitGuard guard, Once once, TimeOrderedIds ids,
			Clock clock) {
		if (budgetProperties.holdExpiry().compareTo(properties.totalTimeout()) <= 0) {
			throw new IllegalStateException(
					"hilum.budget.hold-expiry must be longer than hilum.completion.total-timeout");
		}
		return new CompletionPipeline(catalogues, preparation, throttle, holding, reporter, new UsageRecords(clock),
				once, new Recall(known, keys, cacheProperties, closing, likeness),
				new Attempts(providers, new Admissions(health, loads),
						new Retries(properties, ThreadLocalRandom::current), properties, closing,
						new GenAiObservations(observations), users, guard),
				ids, properties);
	}

}
