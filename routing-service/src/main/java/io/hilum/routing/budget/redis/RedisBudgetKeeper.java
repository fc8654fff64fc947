package io.hilum.routing.budget.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.hilum.loops.redis.RedisLink;
import io.hilum.loops.redis.RedisScripts;
import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.BudgetKeeper;
import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.budget.HoldRequest;
import io.hilum.routing.budget.Worst;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Budgets in Redis. A hold is one script and one round trip over all accounts; all keys
 * share a hash tag, so that they lie on one node of a cluster. If Redis is away nobody
 * can say whether a budget covers a request, and it is refused.
 */
final class RedisBudgetKeeper implements BudgetKeeper {

	private static final String PREFIX = "hilum:{budget}:";

	private static final String EXPIRIES = PREFIX + "holds";

	private static final Duration REMEMBERED = Duration.ofDays(1);

	private static final Duration KEPT_AFTER_WINDOW = Duration.ofDays(32);

	private static final int SWEPT_AT_ONCE = 256;

	private static final RedisScript<String> HOLD = RedisScripts.read("hilum/routing/hold.lua", String.class);

	private static final RedisScript<String> SETTLE = RedisScripts.read("hilum/routing/settle.lua", String.class);

	private final ReactiveStringRedisTemplate redis;

	private final RedisLink link;

	private final BudgetProperties properties;

	private final Clock clock;

	RedisBudgetKeeper(ReactiveStringRedisTemplate redis, RedisLink link, BudgetProperties properties, Clock clock) {
		this.redis = redis;
		this.link = link;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Mono<Hold> hold(HoldRequest request) {
		List<String> accounts = request.accounts().stream().map((account) -> PREFIX + account.key()).toList();
		return this.link.call(this.redis.execute(HOLD, keys(request.id(), accounts), arguments(request)).next())
			.onErrorMap((cause) -> new RoutingException(new RoutingProblem.Unavailable("budget_unavailable",
					"Whether a budget covers the request cannot be said at present")))
			.map((answer) -> read(request, accounts, answer.split(" ")));
	}

	private List<String> arguments(HoldRequest request) {
		Worst worst = request.worst();
		Instant expires = this.clock.instant().plus(this.properties.holdExpiry());
		List<String> arguments = new ArrayList<>(8 + 2 * request.accounts().size());
		arguments.add(request.id());
		arguments.add(Long.toString(expires.toEpochMilli()));
		arguments.add(Long.toString(worst.mostInputNanoUsd()));
		arguments.add(Long.toString(worst.likelyInputNanoUsd()));
		arguments.add(Long.toString(worst.price().output() * worst.choices()));
		arguments.add(Integer.toString(worst.maxOutput()));
		arguments.add(Integer.toString(this.properties.minOutputTokens()));
		arguments.add(Long.toString(this.properties.holdExpiry().plus(REMEMBERED).toSeconds()));
		for (Account account : request.accounts()) {
			arguments.add(Long.toString(account.hardLimitNanoUsd()));
			arguments.add(Long.toString(account.end().plus(KEPT_AFTER_WINDOW).getEpochSecond()));
		}
		return arguments;
	}

	private static Hold read(HoldRequest request, List<String> accounts, String[] answer) {
		if (answer[0].equals("refused")) {
			Account binding = request.accounts().get(Integer.parseInt(answer[1]) - 1);
			throw new RoutingException(new RoutingProblem.BudgetExceeded(binding.kind(), binding.unit().id()));
		}
		return new Hold(request.id(), Long.parseLong(answer[1]), Long.parseLong(answer[2]), Integer.parseInt(answer[3]),
				answer[4].equals("-") ? null : Long.valueOf(answer[4]), accounts);
	}

	@Override
	public Mono<Void> settle(Hold hold, long costNanoUsd) {
		return settle(hold.id(), hold.accounts(), Long.toString(costNanoUsd)).then();
	}

	private Mono<String> settle(String id, List<String> accounts, String cost) {
		List<String> arguments = List.of(id, cost, Long.toString(REMEMBERED.toSeconds()));
		return this.link.call(this.redis.execute(SETTLE, keys(id, accounts), arguments).next());
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

	private static List<String> keys(String id, List<String> accounts) {
		List<String> keys = new ArrayList<>(2 + accounts.size());
		keys.add(EXPIRIES);
		keys.add(PREFIX + "hold:" + id);
		keys.addAll(accounts);
		return keys;
	}

}
