package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.budget.Accounts;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.TestBudgets;
import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CacheKeys;
import io.hilum.routing.cache.CacheProperties;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.cache.KeptAnswers;
import io.hilum.routing.cache.KnownAnswers;
import io.hilum.routing.cache.ResponseCache;
import io.hilum.routing.cache.Wordings;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.exit.ExitGuard;
import io.hilum.routing.exit.ExitProperties;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.idempotency.Claim;
import io.hilum.routing.idempotency.Claims;
import io.hilum.routing.idempotency.IdempotencyProperties;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.load.ModelLimits;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.plan.Planner;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.telemetry.GenAiMeters;
import io.hilum.routing.telemetry.GenAiObservations;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fault of our own, wherever it is, ends the request as any failure does: the hold is
 * settled, the usage reported, and the deployment has its place back.
 */
class OwnFaultTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);

	private static final Deployment DEPLOYMENT = CatalogueFixtures.deployment("p", "m", 1);

	private static final CompletionProperties LIMITS = new CompletionProperties(DataSize.ofMegabytes(1),
			Duration.ofSeconds(30), 10, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), Duration.ofMinutes(10),
			Duration.ofSeconds(30), 3, Duration.ofMillis(200), Duration.ofSeconds(2), 20);

	private static final CacheProperties CACHE = new CacheProperties(DataSize.ofKilobytes(1), DataSize.ofKilobytes(1),
			Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 1, 1, DataSize.ofMegabytes(1));

	private static final BudgetProperties PROPERTIES = TestBudgets.properties(4096, 16, Duration.ofMinutes(15));

	private final List<Long> settled = new ArrayList<>();

	private final List<UsageRecord> reported = new ArrayList<>();

	private final List<String> discarded = new ArrayList<>();

	private final LoadBoard loads = AdmissionFixtures.loads(AdmissionFixtures.LOAD);

	@Test
	void inAnAdapterThatThrows() {
		assertThatItEndsAsAFailure((call) -> {
			throw new IllegalStateException("a fault of our own");
		});
	}

	@Test
	void inTheAnswerOfAnAdapter() {
		assertThatItEndsAsAFailure((call) -> Flux.error(new IllegalStateException("a fault of our own")));
	}

	@Test
	void whereTheUsageIsPutOnRecord() {
		UsageReporter broken = new UsageReporter() {

			@Override
			public Mono<Void> begin(UsageRecord crashed) {
				throw new IllegalStateException("a fault of our own");
			}

			@Override
			public void end(UsageRecord ended) {
				throw new AssertionError("nothing was called");
			}

			@Override
			public void discard(String id) {
				OwnFaultTests.this.discarded.add(id);
			}

		};
		StepVerifier.create(complete((call) -> Flux.never(), broken)).verifyError(IllegalStateException.class);
		assertThat(this.settled).containsExactly(0L);
		assertThat(this.discarded).hasSize(1);
	}

	private void assertThatItEndsAsAFailure(Provider provider) {
		StepVerifier.create(complete(provider, new Reports())).verifyError(IllegalStateException.class);
		assertThat(this.settled).containsExactly(0L);
		assertThat(this.reported).singleElement().satisfies((usage) -> {
			assertThat(usage.ending()).isEqualTo(new UsageRecord.Ending(UsageOutcome.ERROR, 500, "internal_error"));
			assertThat(usage.attempts()).singleElement()
				.satisfies((attempt) -> assertThat(attempt.outcome()).isEqualTo("ignored"));
		});
		assertThat(this.loads.of(DEPLOYMENT, 1, false).inFlight()).isZero();
	}

	private Flux<byte[]> complete(Provider provider, UsageReporter reporter) {
		byte[] body = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);
		ServiceContext caller = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null, "treatment",
				PhiState.NONE, "p", "c");
		return pipeline(provider, reporter).complete(
				new CompletionRequest(Endpoint.CHAT_COMPLETIONS,
						new BodyScanner(5, 100).scan(body, Endpoint.CHAT_COMPLETIONS), caller, Map.of(), null),
				(head) -> {
				});
	}

	private CompletionPipeline pipeline(Provider provider, UsageReporter reporter) {
		Catalogue catalogue = CatalogueFixtures
			.catalogue(CatalogueFixtures.model("m", Strategy.PRIORITY, List.of(), DEPLOYMENT));
		MeterRegistry meters = new SimpleMeterRegistry();
		HealthBoard health = AdmissionFixtures.health();
		Budgets budgets = new Budgets();
		budgets.markComplete();
		BudgetKeeper keeper = new Keeper();
		UsageRecords records = new UsageRecords(CLOCK);
		Closing closing = new Closing(records, reporter, new Settlement(keeper, PROPERTIES), new GenAiMeters(meters));
		Holding holding = new Holding(budgets, new Accounts(budgets, CLOCK), keeper, PROPERTIES, closing);
		CacheKeys keys = new CacheKeys("secret");
		Likeness likeness = new Likeness(new Measure(() -> {
			throw new AssertionError("nothing is measured");
		}, LIMITS), new Wordings(1, System::nanoTime), keys, CACHE);
		Random random = new Random(1);
		return new CompletionPipeline(() -> catalogue,
				new Preparation(new Planner(), new LiveSignals(health, this.loads), holding, LIMITS, CLOCK,
						() -> random),
				new Throttle(new ModelLimits(AdmissionFixtures.LOAD, System::nanoTime)), holding, reporter, records,
				once(keys),
				new Recall(new KnownAnswers(new NoCache(), CACHE, meters, System::nanoTime), keys, CACHE, closing,
						likeness),
				new Attempts(new Providers(List.of(new Factory(provider))), new Admissions(health, this.loads),
						new Retries(LIMITS, () -> random), LIMITS, closing,
						new GenAiObservations(ObservationRegistry.NOOP), new ProviderUsers("secret"),
						new ExitGuard(new ExitProperties(Set.of(), List.of()), meters)),
				new TimeOrderedIds(CLOCK, random), LIMITS);
	}

	private static Once once(CacheKeys keys) {
		IdempotencyProperties properties = new IdempotencyProperties(Duration.ofHours(1), Duration.ofMillis(1), 1,
				Duration.ofSeconds(1), DataSize.ofBytes(0), DataSize.ofBytes(0));
		return new Once(new NoClaims(), new KeptAnswers(new NoCache(), 0, properties.ttl(), System::nanoTime),
				new IdempotencyKeys(keys), properties, LIMITS.totalTimeout());
	}

	private static final class NoClaims implements Claims {

		@Override
		public Mono<Claim> claim(String id, String print, String owner, Duration life) {
			throw new AssertionError("no request here has a key");
		}

		@Override
		public Mono<Void> answered(String id, String owner, Duration ttl) {
			throw new AssertionError("no request here has a key");
		}

		@Override
		public Mono<Void> release(String id, String owner) {
			throw new AssertionError("no request here has a key");
		}

	}

	private final class Keeper implements BudgetKeeper {

		@Override
		public Mono<Hold> hold(HoldRequest request) {
			return Mono.just(new Hold(request.id(), 100, 50, 10, null, List.of()));
		}

		@Override
		public Mono<Hold> foresee(HoldRequest request) {
			return hold(request);
		}

		@Override
		public Mono<Void> settle(Hold hold, long costNanoUsd) {
			return Mono.fromRunnable(() -> OwnFaultTests.this.settled.add(costNanoUsd));
		}

		@Override
		public Mono<Void> cancel(HoldRequest request) {
			return Mono.error(new AssertionError("it is held"));
		}

	}

	private final class Reports implements UsageReporter {

		@Override
		public Mono<Void> begin(UsageRecord crashed) {
			return Mono.empty();
		}

		@Override
		public void end(UsageRecord ended) {
			OwnFaultTests.this.reported.add(ended);
		}

		@Override
		public void discard(String id) {
			throw new AssertionError("a deployment was called");
		}

	}

	/**
	 * Makes one provider.
	 */
	private record Factory(Provider provider) implements ProviderFactory {

		@Override
		public Set<ProviderType> types() {
			return Set.of(ProviderType.OPENAI_COMPATIBLE);
		}

		@Override
		public Provider create(ProviderDefinition definition) {
			return this.provider;
		}

	}

	private static final class NoCache implements ResponseCache {

		@Override
		public Mono<CachedAnswer> find(CacheKey key) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> keep(CacheKey key, CachedAnswer answer, Duration ttl) {
			return Mono.empty();
		}

	}

}
