package io.hilum.routing.budget.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.hilum.loops.EventLoops;
import io.hilum.loops.redis.RedisLink;
import io.hilum.parts.Parts;
import io.hilum.routing.MovableClock;
import io.hilum.routing.budget.Accounts;
import io.hilum.routing.budget.Budget;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.TestBudgets;
import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.problem.RoutingException;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a window leaves is carried over to the next one, on a real Redis, over a change of
 * clocks and with Redis losing everything.
 */
class RollOverIT {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	/** So far off that no counter of it expires, and three days before clocks change. */
	private static final LocalDate THURSDAY = LocalDate.of(2126, 10, 31);

	private static final long LIMIT = 1000;

	private static final long MOST = 400;

	private static final ServiceContext CALLER = new ServiceContext("r", "idp|bo", List.of("Billing"), "a", null, null,
			"payment", PhiState.NONE, "p", "c");

	/** A nano-dollar for each token. */
	private static final Price UNIT = new Price(1_000_000, 1_000_000, 1_000_000, 1_000_000);

	private static final LettuceConnectionFactory CONNECTIONS = connections();

	private static final RedisLink LINK = link();

	private final ReactiveStringRedisTemplate redis = new ReactiveStringRedisTemplate(CONNECTIONS);

	private final Budgets budgets = new Budgets();

	private final MovableClock clock = new MovableClock(at(THURSDAY, 12));

	private final Accounts accounts = new Accounts(this.budgets, this.clock);

	private final RedisBudgetKeeper keeper = keeper();

	private int holds;

	@BeforeEach
	void begin() {
		Parts.redis().flush();
		budget(true, MOST, at(THURSDAY, 8));
	}

	@AfterAll
	static void close() {
		LINK.stop();
		CONNECTIONS.destroy();
	}

	@Test
	void carriesWhatIsLeftUpToTheMost() {
		spend(this.keeper, 900);
		tomorrow();
		assertThat(remaining()).as("1000 and the 100 that were left").isEqualTo(1100);
		spend(this.keeper, 300);
		tomorrow();
		assertThat(remaining()).as("400 of the 800 that were left").isEqualTo(1400);
		spend(this.keeper, 1400);
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> hold(this.keeper, 50));
		tomorrow();
		assertThat(remaining()).as("nothing was left").isEqualTo(1000);
	}

	@Test
	void carriesNothingWithoutTheSetting() {
		this.budgets.put(new Budget("team:a", 2, day(), LIMIT, true, List.of(), null));
		spend(this.keeper, 100);
		tomorrow();
		assertThat(remaining()).isEqualTo(1000);
	}

	@Test
	void aWindowThatNobodyUsedLeavesEverything() {
		spend(this.keeper, 1000);
		tomorrow();
		tomorrow();
		assertThat(remaining()).isEqualTo(1400);
	}

	@Test
	void aWindowBeforeTheSettingLeavesNothing() {
		assertThat(remaining()).isEqualTo(1000);
	}

	@Test
	void whatIsSettledLateStillCounts() {
		Hold late = hold(this.keeper, 860);
		tomorrow();
		assertThat(remaining()).as("900 may still be charged to yesterday").isEqualTo(1100);
		this.keeper.settle(late, 700).block();
		assertThat(remaining()).isEqualTo(1300);
		assertThat(counter("carried")).isEqualTo("300");
	}

	@Test
	void softBudgetsWarnByWhatWasCarriedOver() {
		budget(false, MOST, at(THURSDAY, 8));
		List<ThresholdReached> told = new ArrayList<>();
		WarningOutbox outbox = new WarningOutbox(this.redis, LINK, this.budgets, told::add);
		spend(this.keeper, 700);
		tomorrow();
		spend(this.keeper, 1000);
		outbox.empty().block();
		assertThat(told).extracting(ThresholdReached::percent).as("700 of 1000, then 1000 of 1300").containsOnly(50);
		assertThat(told.getLast().limitNanoUsd()).isEqualTo(1300);
		spend(this.keeper, 400);
		outbox.empty().block();
		assertThat(told.getLast().percent()).isEqualTo(100);
		assertThat(told.getLast().hard()).isFalse();
	}

	@Test
	void aLossChangesNothingForWhoRemembers() {
		spend(this.keeper, 800);
		tomorrow();
		spend(this.keeper, 100);
		Parts.redis().flush();
		assertThat(remaining()).as("1000, 200 of yesterday, less 100").isEqualTo(1100);
		spend(this.keeper, 900);
		Parts.redis().flush();
		tomorrow();
		assertThat(remaining()).as("lost at midnight: 1000, and 200 of yesterday").isEqualTo(1200);
	}

	@Test
	void afterALossTheLeastThatAnyoneRemembersCounts() {
		RedisBudgetKeeper other = keeper();
		spend(this.keeper, 950);
		tomorrow();
		spend(this.keeper, 10);
		Parts.redis().flush();
		assertThat(remaining(other)).as("it never saw the counter").isEqualTo(1400);
		assertThat(remaining()).as("but this one did").isEqualTo(1040);
		assertThat(remaining(other)).isEqualTo(1040);
	}

	@Test
	void aCounterIsKeptForAsLongAsTheNextWindowNeedsIt() {
		this.budgets.put(new Budget("team:a", 2, new BudgetWindow(BudgetWindow.Unit.YEAR, NEW_YORK), LIMIT, true,
				List.of(), new Budget.RollOver(MOST, at(THURSDAY, 8))));
		spend(this.keeper, 100);
		Instant ends = Instant.now()
			.plus(Objects.requireNonNull(this.redis.getExpire("hilum:{budget}:team:a:year:2126-01-01").block()));
		assertThat(ends).isAfter(at(LocalDate.of(2128, 1, 1), 0));
	}

	/** The model has no Redis, no holds and no losses. */
	@Test
	void whateverHappensItIsWhatTheModelSays() {
		for (int seed = 0; seed < 40; seed++) {
			Parts.redis().flush();
			Random random = new Random(seed);
			moveTo(at(THURSDAY, 12));
			RedisBudgetKeeper replica = keeper();
			long over = 0;
			for (int day = 0; day < 8; day++) {
				long spent = walkThroughDay(replica, random, over, "seed " + seed + ", day " + day);
				over = Math.min(MOST, LIMIT + over - spent);
				tomorrow();
			}
		}
	}

	private long walkThroughDay(RedisBudgetKeeper replica, Random random, long over, String story) {
		long spent = 0;
		int requests = random.nextInt(6);
		for (int i = 0; i < requests; i++) {
			int wanted = 40 + random.nextInt(500);
			long left = LIMIT + over - spent;
			Hold hold = tryHold(replica, wanted);
			if (hold == null) {
				assertThat(left - 40).as("refused, %s", story).isLessThan(10);
				continue;
			}
			assertThat(hold.remainingNanoUsd()).as(story).isEqualTo(left - hold.nanoUsd());
			long cost = random.nextLong(hold.nanoUsd() + 1);
			replica.settle(hold, cost).block();
			spent += cost;
			if (random.nextInt(4) == 0) {
				Parts.redis().flush();
			}
		}
		return spent;
	}

	private void budget(boolean hard, long most, Instant since) {
		this.budgets
			.put(new Budget("team:a", 1, day(), LIMIT, hard, List.of(50, 100), new Budget.RollOver(most, since)));
	}

	private static BudgetWindow day() {
		return new BudgetWindow(BudgetWindow.Unit.DAY, NEW_YORK);
	}

	private void spend(RedisBudgetKeeper replica, int nanoUsd) {
		replica.settle(hold(replica, nanoUsd - 40), nanoUsd).block();
	}

	private long remaining() {
		return remaining(this.keeper);
	}

	private long remaining(RedisBudgetKeeper replica) {
		Hold probe = hold(replica, 10);
		replica.settle(probe, 0).block();
		return Objects.requireNonNull(probe.remainingNanoUsd()) + probe.nanoUsd();
	}

	private Hold hold(RedisBudgetKeeper replica, int tokens) {
		return Objects.requireNonNull(replica.hold(request(tokens)).block());
	}

	private @Nullable Hold tryHold(RedisBudgetKeeper replica, int tokens) {
		return replica.hold(request(tokens)).onErrorResume(RoutingException.class, (refused) -> Mono.empty()).block();
	}

	private HoldRequest request(int tokens) {
		return new HoldRequest("h" + this.holds++, this.accounts.of(CALLER), new Worst(UNIT, 40, 10, tokens, 1));
	}

	/** The night to Sunday has 25 hours. */
	private void tomorrow() {
		moveTo(at(LocalDate.ofInstant(this.clock.instant(), NEW_YORK).plusDays(1), 12));
	}

	private void moveTo(Instant time) {
		this.clock.advance(Duration.between(this.clock.instant(), time).toSeconds());
	}

	private static Instant at(LocalDate day, int hour) {
		return day.atTime(hour, 0).atZone(NEW_YORK).toInstant();
	}

	private @Nullable String counter(String field) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), NEW_YORK);
		return this.redis.<String, String>opsForHash().get("hilum:{budget}:team:a:day:" + today, field).block();
	}

	private RedisBudgetKeeper keeper() {
		return new RedisBudgetKeeper(this.redis, LINK, TestBudgets.properties(100, 10, Duration.ofMinutes(1)),
				this.clock, new Endings("a"));
	}

	private static LettuceConnectionFactory connections() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(Parts.redis().url() + "/3"));
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	private static RedisLink link() {
		RedisLink link = new RedisLink(CONNECTIONS, new EventLoops(LoopResources.create("test", 1, true)),
				Duration.ofMillis(100));
		link.start();
		return link;
	}

}
