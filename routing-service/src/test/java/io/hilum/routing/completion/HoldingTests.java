package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.body.RequestBody;
import io.hilum.routing.budget.Accounts;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.TestBudgets;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.metering.UsageOutcome;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.metering.UsageRecord.Ending;
import io.hilum.routing.metering.UsageReporter;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.telemetry.GenAiMeters;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Holding} and {@link Closing}.
 */
class HoldingTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);

	private static final Hold HOLD = new Hold("id", 100, 50, 10, null, List.of());

	private static final Worst PRICED = new Worst(new Price(1, 1, 1, 1), 10, 3, 10, 1);

	private static final BudgetProperties PROPERTIES = TestBudgets.properties(4096, 16, Duration.ofMinutes(15));

	private final SlowKeeper keeper = new SlowKeeper();

	private final Reports reports = new Reports();

	private final Budgets budgets = new Budgets();

	private final Closing closing = new Closing(new UsageRecords(CLOCK), this.reports,
			new Settlement(this.keeper, PROPERTIES), new GenAiMeters(new SimpleMeterRegistry()));

	private final Holding holding = new Holding(this.budgets, new Accounts(this.budgets, CLOCK), this.keeper,
			PROPERTIES, this.closing);

	@Test
	void whatIsFreeNeedsNoHold() {
		Worst free = new Worst(Price.FREE, 10, 3, 10, 1);
		StepVerifier.create(this.holding.hold(journey(), free)).expectNext(false).verifyComplete();
	}

	@Test
	void refusesPricedModelsUntilAllBudgetsAreKnown() {
		StepVerifier.create(this.holding.hold(journey(), PRICED))
			.verifyErrorMatches((cause) -> cause instanceof RoutingException refusal
					&& refusal.problem().code().equals("budget_unavailable"));
	}

	@Test
	void refusesPricedModelsWhereABudgetThatPaysCannotBeRead() {
		this.budgets.markComplete();
		for (String scope : List.of("organisation", "team:t", "user:s")) {
			this.budgets.lose(scope, 1);
			StepVerifier.create(this.holding.hold(journey(), PRICED))
				.verifyErrorMatches((cause) -> cause instanceof RoutingException refusal
						&& refusal.problem().code().equals("budget_unavailable"));
			this.budgets.remove(scope, 1);
		}
		this.budgets.lose("team:another", 1);
		this.keeper.answer.tryEmitValue(HOLD).orThrow();
		StepVerifier.create(this.holding.hold(journey(), PRICED)).expectNextCount(1).verifyComplete();
	}

	@Test
	void givesAHoldBackThatCameAfterTheClientLeft() {
		this.budgets.markComplete();
		Journey journey = journey();
		Disposable client = this.holding.hold(journey, PRICED).subscribe();
		client.dispose();
		this.closing.end(journey, new Ending(UsageOutcome.ABORTED, 499, "client_left"));
		assertThat(this.keeper.settled).isEmpty();
		this.keeper.answer.tryEmitValue(HOLD).orThrow();
		assertThat(this.keeper.settled).containsExactly(0L);
		assertThat(this.reports.ended).isEmpty();
	}

	@Test
	void cancelsAHoldOfWhichNoAnswerCame() {
		this.budgets.markComplete();
		this.keeper.answer
			.tryEmitError(new RoutingException(new RoutingProblem.Unavailable("budget_unavailable", "away")))
			.orThrow();
		StepVerifier.create(this.holding.hold(journey(), PRICED)).verifyError(RoutingException.class);
		assertThat(this.keeper.cancelled).containsExactly("id");
	}

	@Test
	void cancelsNothingThatABudgetRefused() {
		this.budgets.markComplete();
		this.keeper.answer.tryEmitError(new RoutingException(new RoutingProblem.BudgetExceeded("team", "month")))
			.orThrow();
		StepVerifier.create(this.holding.hold(journey(), PRICED)).verifyError(RoutingException.class);
		assertThat(this.keeper.cancelled).isEmpty();
	}

	@Test
	void settlesAndReportsOnce() {
		this.budgets.markComplete();
		Journey journey = journey();
		journey.hold(HOLD);
		journey.attempt(AdmissionFixtures.admission(journey.plan().candidates().getFirst()));
		this.closing.end(journey, new Ending(UsageOutcome.SUCCESS, 200, null));
		this.closing.end(journey, new Ending(UsageOutcome.ABORTED, 499, "client_left"));
		assertThat(this.keeper.settled).hasSize(1);
		assertThat(this.reports.ended).singleElement()
			.satisfies((usage) -> assertThat(usage.ending().outcome()).isEqualTo(UsageOutcome.SUCCESS));
	}

	@Test
	void forgetsWhatWasRecordedWhenNobodyWasCalled() {
		Journey journey = journey();
		journey.hold(HOLD);
		journey.record();
		this.closing.end(journey, new Ending(UsageOutcome.ERROR, 503, "upstream_saturated"));
		assertThat(this.keeper.settled).containsExactly(0L);
		assertThat(this.reports.ended).isEmpty();
		assertThat(this.reports.discarded).containsExactly("id");
	}

	@Test
	void setsAsideWhatTheClientOrTheModelAllows() {
		assertThat(this.holding.maxOutput(7, 100)).isEqualTo(7);
		assertThat(this.holding.maxOutput(null, 100)).isEqualTo(100);
		assertThat(this.holding.maxOutput(null, 100_000)).isEqualTo(4096);
		assertThat(this.holding.maxOutput(null, null)).isEqualTo(4096);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', value = { "{`type`:`text`,`text`:`image_url file_id`};0;0",
			"{`type`:`image_url`,`image_url`:{`url`:`https://x`}};2000;2000",
			"{`type`:`file`,`file`:{`file_id`:`file-1`}};50000;9000", "{`previous_response_id`:`resp_1`};50000;9000",
			"{`prev\\u0069ous_response_id`:`resp_1`};200000;36000",
			"{`tools`:[{`type`:`web_search_preview`}]};200000;36000",
			"{`text`:`a \\`file_id\\` in a text, and a tab\\u0009`};0;0" })
	void countsInputThatIsNotInTheBody(String part, long unknown, long known) {
		String json = "{\"model\":\"m\",\"x\":" + part.replace('`', '"') + "}";
		RequestBody body = new BodyScanner(5, 100).scan(json.getBytes(StandardCharsets.UTF_8),
				Endpoint.CHAT_COMPLETIONS);
		long inside = json.length();
		assertThat(this.holding.mostInput(body, null))
			.isEqualTo((unknown == 2000) ? inside + unknown : Math.max(inside, unknown));
		assertThat(this.holding.mostInput(body, 9000))
			.isEqualTo((known == 2000) ? inside + known : Math.max(inside, known));
	}

	@Test
	void countsWhatProvidersTellOfTools() {
		String json = """
				{"model":"m","tools":[{"type":"bash_20250124"},{"name":"x","type":"function"}],"x":"a tools in a text"}""";
		RequestBody body = new BodyScanner(5, 200).scan(json.getBytes(StandardCharsets.UTF_8),
				Endpoint.CHAT_COMPLETIONS);
		assertThat(this.holding.mostInput(body, 9000)).isEqualTo(json.length() + 2000);
	}

	private static Journey journey() {
		byte[] body = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);
		ServiceContext caller = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null, "treatment",
				PhiState.NONE, "p", "c");
		Model model = model("m", Strategy.PRIORITY, List.of(), deployment("p", "m", 1));
		Plan plan = new Plan(model, "v", List.of(new Candidate(model.deployments().getFirst(), null, "r")), List.of());
		return new Journey("id", new CompletionRequest(Endpoint.CHAT_COMPLETIONS,
				new BodyScanner(5, 100).scan(body, Endpoint.CHAT_COMPLETIONS), caller, Map.of(), null), plan);
	}

	private static final class SlowKeeper implements BudgetKeeper {

		private final Sinks.One<Hold> answer = Sinks.one();

		private final List<Long> settled = new ArrayList<>();

		private final List<String> cancelled = new ArrayList<>();

		@Override
		public Mono<Hold> hold(HoldRequest request) {
			return this.answer.asMono();
		}

		@Override
		public Mono<Hold> foresee(HoldRequest request) {
			return hold(request);
		}

		@Override
		public Mono<Void> settle(Hold hold, long costNanoUsd) {
			return Mono.fromRunnable(() -> this.settled.add(costNanoUsd));
		}

		@Override
		public Mono<Void> cancel(HoldRequest request) {
			return Mono.fromRunnable(() -> this.cancelled.add(request.id()));
		}

	}

	private static final class Reports implements UsageReporter {

		private final List<UsageRecord> ended = new ArrayList<>();

		private final List<String> discarded = new ArrayList<>();

		@Override
		public Mono<Void> begin(UsageRecord crashed) {
			return Mono.empty();
		}

		@Override
		public void end(UsageRecord usage) {
			this.ended.add(usage);
		}

		@Override
		public void discard(String id) {
			this.discarded.add(id);
		}

	}

}
