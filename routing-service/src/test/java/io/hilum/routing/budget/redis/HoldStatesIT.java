package io.hilum.routing.budget.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.loops.EventLoops;
import io.hilum.loops.redis.RedisLink;
import io.hilum.parts.Parts;
import io.hilum.routing.MovableClock;
import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.TestBudgets;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.problem.RoutingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Everything that can happen to two holds on one budget, in every order up to a length,
 * on a real Redis. After each step the counter must say what a model of three lines says.
 */
class HoldStatesIT {

	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	private static final int LENGTH = 6;

	private static final long LIMIT = 250;

	private static final long WORST = 140;

	private static final long ESTIMATE = 110;

	private static final long COST = 77;

	private static final Price UNIT = new Price(1_000_000, 1_000_000, 1_000_000, 1_000_000);

	private static final LettuceConnectionFactory CONNECTIONS = connections();

	private static final RedisLink LINK = new RedisLink(CONNECTIONS,
			new EventLoops(LoopResources.create("test", 1, true)), Duration.ofMillis(100));

	private final ReactiveStringRedisTemplate redis = new ReactiveStringRedisTemplate(CONNECTIONS);

	private int runs;

	@AfterAll
	static void close() {
		LINK.stop();
		CONNECTIONS.destroy();
	}

	@Test
	void noOrderOfEventsOverspendsLosesOrKeepsMoney() {
		LINK.start();
		walk(new ArrayList<>());
		assertThat(this.runs).as("sequences").isGreaterThan(1000);
	}

	/**
	 * Sequences grow by what may happen next; each is run from its beginning, and since
	 * every step is checked only the longest are.
	 */
	private void walk(List<Step> steps) {
		Set<Step> next = (steps.size() < LENGTH) ? possible(steps) : Set.of();
		if (next.isEmpty()) {
			this.runs++;
			run(steps);
		}
		for (Step step : next) {
			steps.add(step);
			walk(steps);
			steps.removeLast();
		}
	}

	/**
	 * Nobody settles what was never asked for. The second request is asked for after the
	 * first, which leaves out sequences that differ only by name, and nothing happens
	 * twice but settling, which is tried again.
	 */
	private static Set<Step> possible(List<Step> steps) {
		Set<Step> next = EnumSet.noneOf(Step.class);
		if (!steps.contains(Step.HOLD_A)) {
			return EnumSet.of(Step.HOLD_A, Step.CANCEL_A);
		}
		next.add(Step.SETTLE_A);
		addOnce(steps, next, Step.HOLD_B, Step.CANCEL_A, Step.EXPIRE, Step.FLUSH);
		if (steps.contains(Step.HOLD_B)) {
			next.add(Step.SETTLE_B);
			addOnce(steps, next, Step.CANCEL_B);
		}
		if (steps.getLast() == Step.EXPIRE || !steps.contains(Step.EXPIRE)) {
			next.add(Step.EXPIRE);
		}
		next.removeIf((step) -> steps.stream().filter(step::equals).count() >= 2);
		return next;
	}

	private static void addOnce(List<Step> steps, Set<Step> next, Step... candidates) {
		for (Step candidate : candidates) {
			if (!steps.contains(candidate)) {
				next.add(candidate);
			}
		}
	}

	private void run(List<Step> steps) {
		String team = "team:" + this.runs;
		Account account = new Account(team, BudgetWindow.Unit.MONTH, LocalDate.of(2026, 11, 1),
				Instant.parse("2126-12-01T00:00:00Z"), new Account.Limit(LIMIT, true, List.of()));
		MovableClock clock = new MovableClock(NOW);
		RedisBudgetKeeper keeper = new RedisBudgetKeeper(this.redis, LINK,
				TestBudgets.properties(100, 100, Duration.ofMinutes(1)), clock, new Endings("a"));
		Model model = new Model();
		for (int i = 0; i < steps.size(); i++) {
			Step step = steps.get(i);
			String story = steps.subList(0, i + 1).toString();
			assertThatCode(() -> apply(step, keeper, clock, account, model)).as(story).doesNotThrowAnyException();
			Map<String, String> counter = Objects.requireNonNull(this.redis.<String, String>opsForHash()
				.entries("hilum:{budget}:" + account.key())
				.collectMap(Map.Entry::getKey, Map.Entry::getValue)
				.block());
			assertThat(number(counter, "held")).as("held after %s", story).isEqualTo(model.held());
			assertThat(number(counter, "spent")).as("spent after %s", story).isEqualTo(model.spentInRedis);
			assertThat(model.spentInRedis + model.held()).as("money after %s", story)
				.isLessThanOrEqualTo(LIMIT + model.lostWhileHeld);
		}
	}

	private void apply(Step step, RedisBudgetKeeper keeper, MovableClock clock, Account account, Model model) {
		switch (step) {
			case HOLD_A, HOLD_B -> hold(step == Step.HOLD_A ? 0 : 1, keeper, account, model);
			case SETTLE_A, SETTLE_B -> settle(step == Step.SETTLE_A ? 0 : 1, keeper, account, model);
			case CANCEL_A, CANCEL_B -> {
				int who = (step == Step.CANCEL_A) ? 0 : 1;
				keeper.cancel(request(who, account)).block();
				model.end(who, 0);
			}
			case EXPIRE -> {
				clock.advance(120);
				keeper.sweep().block();
				model.expire();
			}
			case FLUSH -> {
				Parts.redis().flush();
				model.flush();
			}
		}
	}

	private static void hold(int who, RedisBudgetKeeper keeper, Account account, Model model) {
		boolean made = Boolean.TRUE.equals(keeper.hold(request(who, account))
			.map((hold) -> true)
			.onErrorReturn(RoutingException.class, false)
			.block());
		assertThat(made).as("made by %s", who).isEqualTo(model.hold(who));
	}

	/** Only who was given a hold calls a provider and settles. */
	private static void settle(int who, RedisBudgetKeeper keeper, Account account, Model model) {
		if (model.given[who]) {
			keeper
				.settle(new Hold(account.scope() + who, WORST, ESTIMATE, 100, null,
						List.of("hilum:{budget}:" + account.key())), COST)
				.block();
			model.end(who, COST);
		}
	}

	private static HoldRequest request(int who, Account account) {
		return new HoldRequest(account.scope() + who, List.of(account), new Worst(UNIT, 40, 10, 100, 1));
	}

	private static long number(Map<String, String> counter, String field) {
		return Long.parseLong(counter.getOrDefault(field, "0"));
	}

	private static LettuceConnectionFactory connections() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(Parts.redis().url() + "/2"));
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	/** What can happen. */
	private enum Step {

		HOLD_A, HOLD_B, SETTLE_A, SETTLE_B, CANCEL_A, CANCEL_B, EXPIRE, FLUSH

	}

	/** What became of a hold. */
	private enum Fate {

		UNKNOWN, HELD, EXPIRED, OVER

	}

	/**
	 * What must be true, without Redis.
	 */
	private static final class Model {

		private final Fate[] fates = { Fate.UNKNOWN, Fate.UNKNOWN };

		private final boolean[] given = new boolean[2];

		private final boolean[] correctable = new boolean[2];

		private long spentInRedis;

		/** What the replica saw last. */
		private long remembered;

		private boolean forgotten;

		private long lostWhileHeld;

		private boolean hold(int who) {
			if (this.fates[who] == Fate.OVER) {
				return false;
			}
			if (this.forgotten) {
				this.spentInRedis += this.remembered;
				this.forgotten = false;
			}
			this.remembered = Math.max(this.remembered, this.spentInRedis);
			if (this.spentInRedis + held() + WORST > LIMIT) {
				return false;
			}
			this.fates[who] = Fate.HELD;
			this.given[who] = true;
			return true;
		}

		private void end(int who, long cost) {
			if (this.fates[who] == Fate.OVER) {
				return;
			}
			if (this.fates[who] == Fate.EXPIRED && this.correctable[who]) {
				this.spentInRedis -= ESTIMATE;
			}
			charge(cost);
			this.fates[who] = Fate.OVER;
		}

		private void charge(long cost) {
			this.spentInRedis += cost;
			if (!this.forgotten) {
				this.remembered = Math.max(this.remembered, this.spentInRedis);
			}
		}

		private void expire() {
			for (int who = 0; who < 2; who++) {
				if (this.fates[who] == Fate.HELD) {
					this.fates[who] = Fate.EXPIRED;
					this.correctable[who] = true;
					charge(ESTIMATE);
				}
			}
		}

		/**
		 * A hold that was lost is charged when it is settled, or never if nobody does.
		 */
		private void flush() {
			for (int who = 0; who < 2; who++) {
				if (this.fates[who] == Fate.HELD) {
					this.lostWhileHeld += WORST;
				}
				if (this.fates[who] == Fate.EXPIRED) {
					this.lostWhileHeld += ESTIMATE;
				}
				if (this.given[who]) {
					this.lostWhileHeld += (this.fates[who] == Fate.OVER) ? COST : 0;
				}
				this.fates[who] = Fate.UNKNOWN;
				this.correctable[who] = false;
			}
			this.forgotten = this.remembered > 0;
			this.spentInRedis = 0;
		}

		private long held() {
			long held = 0;
			for (Fate fate : this.fates) {
				held += (fate == Fate.HELD) ? WORST : 0;
			}
			return held;
		}

	}

}
