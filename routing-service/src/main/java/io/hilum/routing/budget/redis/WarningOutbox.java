package io.hilum.routing.budget.redis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.loops.redis.RedisLink;
import io.hilum.routing.budget.Budget;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.budget.Warnings;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ScanOptions;

/**
 * Warnings that lie in Redis since the very script that charged what caused them. They
 * are told first and taken away then, so none is lost with the replica that saw it.
 */
final class WarningOutbox {

	private static final int AT_ONCE = 256;

	private static final Pattern NAME = Pattern.compile(
			Pattern.quote(RedisBudgetKeeper.PREFIX) + "(.+):([a-z]+):(\\d{4}-\\d\\d-\\d\\d)\\|(\\d+)\\|(\\d+)",
			Pattern.DOTALL);

	private final ReactiveStringRedisTemplate redis;

	private final RedisLink link;

	private final Budgets budgets;

	private final Warnings warnings;

	WarningOutbox(ReactiveStringRedisTemplate redis, RedisLink link, Budgets budgets, Warnings warnings) {
		this.redis = redis;
		this.link = link;
		this.budgets = budgets;
		this.warnings = warnings;
	}

	/**
	 * Tell of what is there.
	 * @return how many warnings were told
	 */
	Mono<Long> empty() {
		return this.link
			.call(this.redis.<String, String>opsForHash()
				.scan(RedisBudgetKeeper.WARNINGS, ScanOptions.scanOptions().count(AT_ONCE).build())
				.take(AT_ONCE)
				.collectList())
			.flatMapIterable((entries) -> entries)
			.concatMap(this::tell)
			.count();
	}

	private Mono<Long> tell(Map.Entry<String, String> entry) {
		return Mono.fromRunnable(() -> read(entry.getKey(), entry.getValue()).ifPresent(this.warnings::tell))
			.subscribeOn(Schedulers.boundedElastic())
			.then(this.link
				.call(this.redis.<String, String>opsForHash().remove(RedisBudgetKeeper.WARNINGS, entry.getKey())));
	}

	private Optional<ThresholdReached> read(String name, String value) {
		Matcher parts = NAME.matcher(name);
		if (!parts.matches()) {
			return Optional.empty();
		}
		int bar = value.indexOf('|');
		boolean hard = this.budgets.find(parts.group(1)).map(Budget::hard).orElse(false);
		return Optional.of(new ThresholdReached(parts.group(1), BudgetWindow.Unit.parse(parts.group(2)),
				LocalDate.parse(parts.group(3)), Integer.parseInt(parts.group(4)), Long.parseLong(parts.group(5)),
				Long.parseLong(value.substring(0, bar)), hard,
				Instant.ofEpochMilli(Long.parseLong(value.substring(bar + 1)))));
	}

}
