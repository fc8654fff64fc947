package io.hilum.routing.budget.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.loops.EventLoops;
import io.hilum.loops.redis.RedisLink;
import io.hilum.parts.Parts;
import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.TestBudgets;
import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.problem.RoutingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RedisBudgetKeeper} on a real Redis.
 */
class RedisBudgetKeeperIT {

	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	private static final BudgetProperties LIMITS = TestBudgets.properties(100, 10, Duration.ofMinutes(1));

	/**
	 * A nano-dollar for each byte of input and for each token of output.
	 */
	private static final Price UNIT = new Price(1_000_000, 1_000_000, 1_000_000, 1_000_000);

	private static final LettuceConnectionFactory FACTORY = factory(Parts.redis().url() + "/1");

	private static final RedisLink LINK = link(FACTORY);

	private final ReactiveStringRedisTemplate redis = new ReactiveStringRedisTemplate(FACTORY);

	private final RedisBudgetKeeper keeper = keeper(NOW);

	@BeforeEach
	void flush() {
		Parts.redis().flush();
	}

	@AfterAll
	static void close() {
		LINK.stop();
		FACTORY.destroy();
	}

	@Test
	void holdsTheWorstCaseAndSettlesTheRealOne() {
		Hold hold = hold("h1", 100, account("team:a", 1000), account("organisation", -1));
		assertThat(hold).usingRecursiveComparison()
			.ignoringFields("accounts")
			.isEqualTo(new Hold("h1", 140, 110, 100, 860L, List.of()));
		assertThat(counter("team:a", "held")).isEqualTo("140");
		assertThat(counter("organisation", "held")).isEqualTo("140");
		this.keeper.settle(hold, 77).block();
		assertThat(counter("team:a", "held")).isEqualTo("0");
		assertThat(counter("team:a", "spent")).isEqualTo("77");
		this.keeper.settle(hold, 77).block();
		assertThat(counter("team:a", "spent")).as("settled once").isEqualTo("77");
	}

	@Test
	void clampsToWhatTheTightestAccountLeavesAndRefusesBelowTheFewest() {
		Hold clamped = hold("h1", 100, account("team:a", 1000), account("key:k", 60));
		assertThat(clamped.maxTokens()).isEqualTo(20);
		assertThat(clamped.remainingNanoUsd()).isZero();
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> hold("h2", 100, account("team:a", 1000), account("key:k", 60)))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().code()).isEqualTo("budget_exceeded");
				assertThat(refusal.problem().message()).contains("key").doesNotContain("key:k");
			});
		assertThat(counter("team:a", "held")).as("a refusal holds nothing").isEqualTo("60");
	}

	@Test
	void sameHoldTwiceIsOneHold() {
		Hold first = hold("h1", 100, account("team:a", 1000));
		Hold again = hold("h1", 100, account("team:a", 1000));
		assertThat(again).isEqualTo(first);
		assertThat(counter("team:a", "held")).isEqualTo("140");
	}

	@Test
	void foreseesWhatAHoldWouldBeAndWritesNothing() {
		HoldRequest covered = request("h1", 100, account("team:a", 1000), account("organisation", -1));
		Hold foreseen = Objects.requireNonNull(this.keeper.foresee(covered).block());
		assertThat(keys()).as("nothing is written").isEmpty();
		assertThat(this.keeper.hold(covered).block()).isEqualTo(foreseen);
		List<String> before = everything();
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> this.keeper.foresee(request("h2", 100, account("team:a", 149))).block())
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("budget_exceeded"));
		assertThat(this.keeper.foresee(request("h2", 100, account("team:a", 200))).map(Hold::maxTokens).block())
			.as("as a hold is clamped")
			.isEqualTo(20);
		assertThat(everything()).isEqualTo(before);
	}

	private List<String> keys() {
		return Objects.requireNonNull(this.redis.keys("*").sort().collectList().block());
	}

	private List<String> everything() {
		return keys().stream()
			.filter((key) -> !key.endsWith(":holds"))
			.map((key) -> key + this.redis.opsForHash().entries(key).map(String::valueOf).sort().collectList().block())
			.toList();
	}

	@Test
	void aThousandAtOnceNeverHoldMoreThanTheLimit() {
		Long held = Flux.range(0, 1000)
			.flatMap((i) -> this.keeper.hold(request("h" + i, 100, account("team:a", 14_000)))
				.onErrorResume(RoutingException.class, (refused) -> Mono.empty()), 200)
			.count()
			.block(Duration.ofSeconds(60));
		assertThat(held).isEqualTo(100);
		assertThat(counter("team:a", "held")).isEqualTo("14000");
	}

	@Test
	void chargesTheEstimateWhenNobodySettledAndCorrectsItLater() {
		Hold hold = hold("h1", 100, account("team:a", 1000));
		assertThat(this.keeper.sweep().block()).isZero();
		RedisBudgetKeeper later = keeper(NOW.plus(Duration.ofMinutes(2)));
		assertThat(later.sweep().block()).isOne();
		assertThat(later.sweep().block()).isZero();
		assertThat(counter("team:a", "held")).isEqualTo("0");
		assertThat(counter("team:a", "spent")).isEqualTo(Long.toString(hold.estimateNanoUsd()));
		later.settle(hold, 33).block();
		assertThat(counter("team:a", "spent")).isEqualTo("33");
		later.settle(hold, 33).block();
		assertThat(counter("team:a", "spent")).isEqualTo("33");
	}

	@Test
	void aThousandAtOnceOnABudgetWorthFifty() {
		AtomicInteger admitted = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		Flux.range(0, 1000)
			.flatMap((i) -> this.keeper.hold(request("h" + i, 100, account("team:a", 50 * 140), account("key:k", -1)))
				.doOnNext((hold) -> admitted.incrementAndGet())
				.onErrorResume(RoutingException.class, (problem) -> {
					refused.incrementAndGet();
					return Mono.empty();
				}), 1000)
			.collectList()
			.flatMapIterable((holds) -> holds)
			.flatMap((hold) -> this.keeper.settle(hold, hold.nanoUsd()))
			.blockLast(Duration.ofMinutes(2));
		assertThat(admitted).hasValue(50);
		assertThat(refused).hasValue(950);
		for (String scope : List.of("team:a", "key:k")) {
			assertThat(counter(scope, "held")).as("left held of " + scope).isEqualTo("0");
			assertThat(counter(scope, "spent")).isEqualTo("7000");
		}
		assertThat(this.redis.opsForZSet().size("hilum:{budget}:holds").block()).isZero();
	}

	/** The script computes with sums in two parts, and the worst case with integers. */
	@Test
	void holdsToTheNanoDollarWhateverThePriceAndWhateverIsLeft() {
		Random random = new Random(7);
		for (int i = 0; i < 300; i++) {
			long unit = random.nextLong(5_000_000_000_000L) + 1;
			int tokens = 1 + random.nextInt(200_000);
			Worst worst = new Worst(new Price(0, 0, 0, unit), 0, 0, tokens, 1 + random.nextInt(4));
			long wanted = worst.outputNanoUsd(tokens);
			long limit = random.nextBoolean() ? wanted : Math.max(wanted / 2, worst.outputNanoUsd(10));
			Hold hold = Objects.requireNonNull(
					this.keeper.hold(new HoldRequest("h" + i, List.of(account("team:" + i, limit)), worst)).block());
			assertThat(hold.nanoUsd()).as("unit %s", worst).isEqualTo(worst.outputNanoUsd(hold.maxTokens()));
			assertThat(hold.nanoUsd()).as("of %s", limit).isLessThanOrEqualTo(limit);
			assertThat(hold.maxTokens() == tokens || worst.outputNanoUsd(hold.maxTokens() + 1) > limit)
				.as("no less than the limit covers")
				.isTrue();
		}
	}

	/** Doubles, which numbers of scripts are, are exact up to nine million dollars. */
	@Test
	void isExactToTheNanoDollarFarBeyondWhatADoubleHolds() {
		Random random = new Random(11);
		for (int i = 0; i < 200; i++) {
			long limit = (1L << 53) + random.nextLong(1L << 62);
			long rest = 150 + random.nextLong(200);
			long first = random.nextLong(limit - rest);
			Account account = account("team:" + i, limit);
			this.keeper.settle(hold("a" + i, 100, account), first).block();
			this.keeper.settle(hold("b" + i, 100, account), limit - rest - first).block();
			Hold third = hold("c" + i, 100, account);
			assertThat(third.remainingNanoUsd()).as("of %s", limit).isEqualTo(rest - 140);
			assertThat(counter("team:" + i, "spent")).isEqualTo(Long.toString(limit - rest));
			String id = "d" + i;
			if (rest - 140 < 50) {
				assertThatExceptionOfType(RoutingException.class).as("%s of %s", rest, limit)
					.isThrownBy(() -> hold(id, 100, account));
			}
			else {
				assertThat(hold(id, 100, account).maxTokens()).as("of %s", limit)
					.isEqualTo(Math.min(100, rest - 140 - 40));
			}
		}
	}

	@Test
	void settlesAHoldOfNothing() {
		Worst nothing = new Worst(new Price(0, 0, 0, 1), 0, 0, 0, 1);
		Hold hold = Objects
			.requireNonNull(this.keeper.hold(new HoldRequest("h1", List.of(account("team:a", 10)), nothing)).block());
		assertThat(hold.nanoUsd()).isZero();
		this.keeper.settle(hold, 3).block();
		assertThat(counter("team:a", "spent")).isEqualTo("3");
		assertThat(counter("team:a", "held")).isEqualTo("0");
	}

	@Test
	void aLostCounterGoesOnFromTheMostThatAnyoneRemembers() {
		RedisBudgetKeeper other = keeper(NOW);
		this.keeper.settle(hold("h1", 100, account("team:a", 1000)), 300).block();
		Hold late = Objects.requireNonNull(other.hold(request("h2", 100, account("team:a", 1000))).block());
		other.settle(late, 200).block();
		Parts.redis().flush();
		hold("h3", 100, account("team:a", 1000));
		assertThat(counter("team:a", "spent")).as("what one replica remembers").isEqualTo("300");
		other.hold(request("h4", 100, account("team:a", 1000))).block();
		assertThat(counter("team:a", "spent")).as("and what the other one does").isEqualTo("500");
		hold("h5", 100, account("team:a", 1000));
		assertThat(counter("team:a", "spent")).as("told once").isEqualTo("500");
		assertThat(hold("h6", 100, account("team:a", 1000)).maxTokens()).as("what 500 spent and 420 held leave")
			.isEqualTo(40);
	}

	@Test
	void chargesWhatWasUnderWayWhenTheCounterWasLost() {
		Hold hold = hold("h1", 100, account("team:a", 1000));
		Parts.redis().flush();
		this.keeper.settle(hold, 33).block();
		this.keeper.settle(hold, 33).block();
		assertThat(counter("team:a", "spent")).isEqualTo("33");
		assertThat(counter("team:a", "held")).isEmpty();
		assertThat(this.redis.getExpire("hilum:{budget}:team:a:month:2026-11-01").block()).isPositive();
	}

	@Test
	void nothingStaysHeldOfWhatWasCancelledBeforeOrAfterItWasMade() {
		HoldRequest request = request("h1", 100, account("team:a", 1000));
		hold("h1", 100, account("team:a", 1000));
		this.keeper.cancel(request).block();
		assertThat(counter("team:a", "held")).isEqualTo("0");
		HoldRequest early = request("h2", 100, account("team:a", 1000));
		this.keeper.cancel(early).block();
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> this.keeper.hold(early).block())
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("budget_unavailable"));
		assertThat(counter("team:a", "held")).isEqualTo("0");
	}

	@Test
	void warnsOnceOfTheHighestThresholdThatIsReached() {
		List<ThresholdReached> told = new ArrayList<>();
		WarningOutbox outbox = new WarningOutbox(this.redis, LINK, new Budgets(), told::add);
		this.keeper.settle(hold("h1", 100, account("team:a", 1000)), 499).block();
		outbox.empty().block();
		assertThat(told).isEmpty();
		this.keeper.settle(hold("h2", 100, account("team:a", 1000)), 301).block();
		this.keeper.settle(hold("h3", 100, account("team:a", 1000)), 10).block();
		outbox.empty().block();
		outbox.empty().block();
		assertThat(told).containsExactly(new ThresholdReached("team:a", BudgetWindow.Unit.MONTH,
				LocalDate.of(2026, 11, 1), 80, 1000, 800, false, NOW));
		this.keeper.settle(hold("h4", 100, account("team:a", 2000)), 190).block();
		outbox.empty().block();
		assertThat(told).as("a limit that was raised warns anew").hasSize(2);
		assertThat(told.getLast().percent()).isEqualTo(50);
		assertThat(told.getLast().id()).isNotEqualTo(told.getFirst().id());
	}

	@Test
	void aWarningThatCouldNotBeToldIsToldLater() {
		List<ThresholdReached> told = new ArrayList<>();
		WarningOutbox broken = new WarningOutbox(this.redis, LINK, new Budgets(), (reached) -> {
			throw new IllegalStateException("away");
		});
		this.keeper.settle(hold("h1", 100, account("team:a", 1000)), 1000).block();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> broken.empty().block());
		new WarningOutbox(this.redis, LINK, new Budgets(), told::add).empty().block();
		assertThat(told).singleElement().satisfies((reached) -> assertThat(reached.percent()).isEqualTo(100));
	}

	@Test
	void aHoldThatOutlivesItsWindowIsChargedWhereItWasMade() {
		Account november = account("team:a", 1000);
		Account december = new Account("team:a", BudgetWindow.Unit.MONTH, LocalDate.of(2026, 12, 1), november.end(),
				november.limit());
		Hold hold = hold("h1", 100, november);
		Hold next = hold("h2", 100, december);
		this.keeper.settle(hold, 70).block();
		assertThat(counter("team:a", "spent")).isEqualTo("70");
		assertThat(next.remainingNanoUsd()).as("a new window begins with the whole limit").isEqualTo(860);
	}

	@Test
	void countersEndSomeTimeAfterTheirWindow() {
		hold("h1", 100, account("team:a", 1000));
		Duration life = this.redis.getExpire("hilum:{budget}:team:a:month:2026-11-01").block();
		assertThat(life).isNotNull().isPositive();
	}

	@Test
	void refusesWhenRedisIsAway() {
		LettuceConnectionFactory nowhere = factory("redis://localhost:1");
		RedisBudgetKeeper away = new RedisBudgetKeeper(new ReactiveStringRedisTemplate(nowhere), link(nowhere), LIMITS,
				Clock.fixed(NOW, ZoneOffset.UTC), new Endings("a"));
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> away.hold(request("h1", 100, account("team:a", -1))).block())
			.satisfies((refusal) -> assertThat(refusal.problem().status()).isEqualTo(503));
		nowhere.destroy();
	}

	@Test
	void settlesAfterACrashAtWhatTheJournalSays() {
		hold("h1", 100, account("team:a", 1000));
		Endings known = new Endings("a", NOW.minusSeconds(60), new ConcurrentHashMap<>(Map.of("h1", 70L)));
		RedisBudgetKeeper again = restarted(NOW.plusSeconds(10), known);
		assertThat(again.recover().block()).isEqualTo(1);
		assertThat(counter("team:a", "held")).isEqualTo("0");
		assertThat(counter("team:a", "spent")).isEqualTo("70");
		assertThat(known.costs()).as("is not needed any more").isEmpty();
		assertThat(restarted(NOW.plusSeconds(900), known).sweep().block()).as("is over").isZero();
		assertThat(counter("team:a", "spent")).isEqualTo("70");
	}

	@Test
	void givesBackAfterACrashWhatWasHeldForNoCall() {
		hold("h1", 100, account("team:a", 1000));
		restarted(NOW.plusSeconds(10), new Endings("a", NOW.minusSeconds(60), new ConcurrentHashMap<>())).recover()
			.block();
		assertThat(counter("team:a", "held")).isEqualTo("0");
		assertThat(counter("team:a", "spent")).isIn("", "0");
	}

	@Test
	void leavesAloneWhatAnotherReplicaHolds() {
		hold("h1", 100, account("team:a", 1000));
		Long settled = restarted(NOW.plusSeconds(10), new Endings("b", NOW.minusSeconds(60), new ConcurrentHashMap<>()))
			.recover()
			.block();
		assertThat(settled).isZero();
		assertThat(counter("team:a", "held")).isEqualTo("140");
	}

	@Test
	void leavesToItsExpiryWhatTheJournalMayHaveForgotten() {
		hold("h1", 100, account("team:a", 1000));
		Long settled = restarted(NOW.plusSeconds(10), new Endings("a", NOW.plusSeconds(1), new ConcurrentHashMap<>()))
			.recover()
			.block();
		assertThat(settled).isZero();
		assertThat(counter("team:a", "held")).isEqualTo("140");
	}

	@Test
	void leavesAloneWhatItHoldsItselfSinceItsStart() {
		Endings known = new Endings("a", NOW.minusSeconds(60), new ConcurrentHashMap<>());
		RedisBudgetKeeper started = restarted(NOW.minusSeconds(1), known);
		hold("h1", 100, account("team:a", 1000));
		assertThat(started.recover().block()).isZero();
		assertThat(counter("team:a", "held")).isEqualTo("140");
	}

	private Hold hold(String id, int tokens, Account... accounts) {
		Hold hold = this.keeper.hold(request(id, tokens, accounts)).block();
		if (hold == null) {
			throw new IllegalStateException("no hold");
		}
		return hold;
	}

	private static HoldRequest request(String id, int tokens, Account... accounts) {
		return new HoldRequest(id, List.of(accounts), new Worst(UNIT, 40, 10, tokens, 1));
	}

	private static Account account(String scope, long limit) {
		return new Account(scope, BudgetWindow.Unit.MONTH, LocalDate.of(2026, 11, 1),
				Instant.parse("2126-12-01T00:00:00Z"),
				(limit < 0) ? null : new Account.Limit(limit, true, List.of(50, 80, 100)));
	}

	private String counter(String scope, String field) {
		String value = this.redis.<String, String>opsForHash()
			.get("hilum:{budget}:" + scope + ":month:2026-11-01", field)
			.block();
		return (value != null) ? value : "";
	}

	private RedisBudgetKeeper keeper(Instant now) {
		return restarted(now, new Endings("a"));
	}

	private RedisBudgetKeeper restarted(Instant now, Endings endings) {
		return new RedisBudgetKeeper(this.redis, LINK, LIMITS, Clock.fixed(now, ZoneOffset.UTC), endings);
	}

	private static RedisLink link(LettuceConnectionFactory connections) {
		RedisLink link = new RedisLink(connections, new EventLoops(LoopResources.create("test", 1, true)),
				Duration.ofMillis(100));
		link.start();
		return link;
	}

	private static LettuceConnectionFactory factory(String url) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(url));
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

}
