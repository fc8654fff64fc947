package io.hilum.routing.budget.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.hilum.loops.redis.RedisLink;
import io.hilum.loops.redis.RedisScripts;
import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.KnownEndings;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Budgets in Redis. A hold is one script and one round trip over all accounts; all keys
 * share a hash tag, so that they lie on one node of a cluster. If Redis is away nobody
 * can say whether a budget covers a request, and it is refused. If it loses its data,
 * counters go on from what the replicas remember.
 */
final class RedisBudgetKeeper implements BudgetKeeper {

	static final String PREFIX = "hilum:{budget}:";

	static final String WARNINGS = PREFIX + "warnings";

	private static final String EXPIRIES = PREFIX + "holds";

	private static final long NEVER_HELD = 0;

	private static final int SWEPT_AT_ONCE = 256;

	/** More than replicas can have under way together. */
	private static final int RECOVERED_AT_MOST = 100_000;

	private static final String MONEY = "hilum/routing/money.lua";

	private static final RedisScript<String> HOLD = RedisScripts.read(MONEY, "hilum/routing/hold.lua", String.class);

	private static final RedisScript<String> SETTLE = RedisScripts.read(MONEY, "hilum/routing/settle.lua",
			String.class);

	private final ReactiveStringRedisTemplate redis;

	private final RedisLink link;

	private final BudgetProperties properties;

	private final Clock clock;

	private final CounterMemory memory;

	private final KnownEndings endings;

	private final Instant begun;

	RedisBudgetKeeper(ReactiveStringRedisTemplate redis, RedisLink link, BudgetProperties properties, Clock clock,
			KnownEndings endings) {
		this.redis = redis;
		this.link = link;
		this.properties = properties;
		this.clock = clock;
		this.memory = new CounterMemory(properties.rememberedCounters());
		this.endings = endings;
		this.begun = clock.instant();
	}

	@Override
	public Mono<Hold> hold(HoldRequest request) {
		List<String> accounts = names(request);
		return asked(request, accounts, () -> this.clock.instant().plus(this.properties.holdExpiry()).toEpochMilli())
			.doOnNext((answer) -> remember(accounts, answer, isRefused(answer) ? 2 : 5, this.memory::held))
			.map((answer) -> read(request, accounts, answer));
	}

	/**
	 * What only would be is not remembered either.
	 */
	@Override
	public Mono<Hold> foresee(HoldRequest request) {
		List<String> accounts = names(request);
		return asked(request, accounts, () -> NEVER_HELD).map((answer) -> read(request, accounts, answer));
	}

	private Mono<String[]> asked(HoldRequest request, List<String> accounts, LongSupplier expires) {
		List<String> keys = keys(request.id(), accounts);
		request.accounts().forEach((account) -> keys.add(PREFIX + account.keyBefore()));
		return Mono.defer(() -> this.link.run(HOLD, keys, arguments(request, expires.getAsLong())))
			.onErrorMap((cause) -> new RoutingException(new RoutingProblem.Unavailable("budget_unavailable",
					"Whether a budget covers the request cannot be said at present")))
			.map((answer) -> answer.split(" "));
	}

	private List<String> arguments(HoldRequest request, long expires) {
		Worst worst = request.worst();
		List<String> arguments = new ArrayList<>(9 + 9 * request.accounts().size());
		arguments.add(request.id());
		arguments.add(Long.toString(expires));
		arguments.add(Long.toString(worst.mostInputNanoUsd()));
		arguments.add(Long.toString(worst.likelyInputNanoUsd()));
		arguments.add(Long.toString(worst.price().output() * worst.choices()));
		arguments.add(Integer.toString(worst.maxOutput()));
		arguments.add(Integer.toString(this.properties.minOutputTokens()));
		arguments
			.add(Long.toString(this.properties.holdExpiry().plus(this.properties.expiredRemembered()).toSeconds()));
		arguments.add(this.endings.owner());
		request.accounts().forEach((account) -> addTo(arguments, account));
		return arguments;
	}

	private void addTo(List<String> arguments, Account account) {
		Account.Limit limit = account.limit();
		CounterMemory.Seen seen = this.memory.of(PREFIX + account.key());
		arguments.add((limit != null) ? Long.toString(limit.nanoUsd()) : "-1");
		arguments.add(account.refuses() ? "1" : "0");
		arguments.add((limit != null)
				? limit.warnAtPercent().stream().map(String::valueOf).collect(Collectors.joining(",")) : "");
		arguments.add(Long.toString(account.lastUse().plus(this.properties.keptAfterWindow()).getEpochSecond()));
		arguments.add((seen != null) ? seen.born() : "-");
		arguments.add((seen != null) ? Long.toString(seen.spentNanoUsd()) : "0");
		Account.Before before = account.before();
		arguments.add((before != null) ? Long.toString(before.mostNanoUsd()) : "0");
		arguments.add((before != null && before.counts()) ? "1" : "0");
		arguments.add((before != null) ? rememberedOver(account, limit, seen) : "-");
	}

	/**
	 * What is carried over to a counter, or would be, as far as this replica remembers.
	 */
	private String rememberedOver(Account account, Account.@Nullable Limit limit, CounterMemory.@Nullable Seen seen) {
		if (seen != null) {
			return Long.toString(seen.carriedNanoUsd());
		}
		CounterMemory.Seen before = this.memory.of(PREFIX + account.keyBefore());
		return (before == null || limit == null) ? "-"
				: Long.toString(Math.max(0, limit.nanoUsd() + before.carriedNanoUsd() - before.spentNanoUsd()));
	}

	private static boolean isRefused(String[] answer) {
		return answer[0].equals("refused");
	}

	private static Hold read(HoldRequest request, List<String> accounts, String[] answer) {
		if (isRefused(answer)) {
			Account binding = request.accounts().get(Integer.parseInt(answer[1]) - 1);
			throw new RoutingException(new RoutingProblem.BudgetExceeded(binding.kind(), binding.unit().id()));
		}
		return new Hold(request.id(), Long.parseLong(answer[1]), Long.parseLong(answer[2]), Integer.parseInt(answer[3]),
				answer[4].equals("-") ? null : Long.valueOf(answer[4]), accounts);
	}

	private static void remember(List<String> accounts, String[] answer, int from,
			BiConsumer<String, CounterMemory.Seen> memory) {
		for (int i = 0; from + 3 * i + 2 < answer.length; i++) {
			int at = from + 3 * i;
			memory.accept(accounts.get(i),
					new CounterMemory.Seen(answer[at], Long.parseLong(answer[at + 1]), Long.parseLong(answer[at + 2])));
		}
	}

	@Override
	public Mono<Void> settle(Hold hold, long costNanoUsd) {
		return settle(hold.id(), hold.accounts(), Long.toString(costNanoUsd)).then();
	}

	@Override
	public Mono<Void> cancel(HoldRequest request) {
		return settle(request.id(), names(request), "0").then();
	}

	private Mono<String> settle(String id, List<String> accounts, String cost) {
		List<String> keys = keys(id, accounts);
		keys.add(2, WARNINGS);
		List<String> arguments = List.of(id, cost, Long.toString(this.properties.expiredRemembered().toSeconds()),
				Long.toString(this.properties.endedRemembered().toSeconds()), Long.toString(this.clock.millis()));
		return this.link.run(SETTLE, keys, arguments)
			.map((answer) -> answer.split(" "))
			.doOnNext((answer) -> remember(accounts, answer, 1, this.memory::settled))
			.map((answer) -> answer[0]);
	}

	/**
	 * Settle what an earlier process of this replica held and could not settle any more:
	 * at what its journal says that it cost, or at nothing if no provider was to be
	 * called.
	 * @return how many there were
	 */
	Mono<Long> recover() {
		Instant last = this.begun.plus(this.properties.holdExpiry());
		return this.link
			.call(this.redis.opsForZSet()
				.rangeByScoreWithScores(EXPIRIES, Range.closed(0.0, (double) last.toEpochMilli()),
						Limit.limit().count(RECOVERED_AT_MOST))
				.collectList())
			.flatMapIterable((holds) -> holds)
			.concatMap(this::recover)
			.count()
			.doOnNext((count) -> this.endings.forget());
	}

	private Mono<String> recover(ZSetOperations.TypedTuple<String> hold) {
		String id = Objects.requireNonNull(hold.getValue(), "a member of a set has a value");
		Instant made = Instant
			.ofEpochMilli(Objects.requireNonNull(hold.getScore(), "a member of a set has a score").longValue())
			.minus(this.properties.holdExpiry());
		OptionalLong cost = this.endings.costOf(id);
		if (cost.isEmpty() && !made.isAfter(this.endings.since())) {
			return Mono.empty();
		}
		return this.link.call(this.redis.<String, String>opsForHash().entries(PREFIX + "hold:" + id).collectList())
			.map((fields) -> fields.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
			.filter((fields) -> this.endings.owner().equals(fields.get("owner")))
			.flatMap((fields) -> settle(id, List.of(fields.getOrDefault("accounts", "").split("\n")),
					Long.toString(cost.orElse(0))));
	}

	/**
	 * Charge holds at their estimate that nobody settled in time.
	 * @return how many there were
	 */
	Mono<Long> sweep() {
		Range<Double> expired = Range.closed(0.0, (double) this.clock.millis());
		return this.link
			.call(this.redis.opsForZSet()
				.rangeByScore(EXPIRIES, expired, Limit.limit().count(SWEPT_AT_ONCE))
				.collectList())
			.flatMapIterable((ids) -> ids)
			.concatMap(this::expire)
			.filter("expired"::equals)
			.count();
	}

	private Flux<String> expire(String id) {
		return this.link.call(this.redis.<String, String>opsForHash().get(PREFIX + "hold:" + id, "accounts"))
			.defaultIfEmpty("")
			.map((joined) -> joined.isEmpty() ? List.<String>of() : List.of(joined.split("\n")))
			.flatMapMany((accounts) -> settle(id, accounts, "expired"));
	}

	private static List<String> names(HoldRequest request) {
		return request.accounts().stream().map((account) -> PREFIX + account.key()).toList();
	}

	private static List<String> keys(String id, List<String> accounts) {
		List<String> keys = new ArrayList<>(3 + 2 * accounts.size());
		keys.add(EXPIRIES);
		keys.add(PREFIX + "hold:" + id);
		keys.addAll(accounts);
		return keys;
	}

}
