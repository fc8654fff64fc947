package io.hilum.usage.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A ledger for tests. Not thread-safe.
 */
public class InMemoryLedger implements Ledger {

	private final Map<UUID, LedgerEntry> entries = new LinkedHashMap<>();

	@Override
	public Mono<Long> append(List<LedgerEntry> added) {
		return Mono.fromCallable(
				() -> added.stream().filter((entry) -> this.entries.putIfAbsent(entry.id(), entry) == null).count());
	}

	@Override
	public Flux<LedgerEntry> ofRequest(String requestId) {
		return Flux.fromStream(() -> this.entries.values()
			.stream()
			.filter((entry) -> entry.requestId().equals(requestId))
			.sorted(Comparator.comparing(LedgerEntry::time).reversed()));
	}

	@Override
	public Flux<Totals> totals(TotalsQuery query, int limit) {
		return Flux.fromStream(() -> this.entries.values()
			.stream()
			.filter((entry) -> matches(entry, query))
			.map((entry) -> totals(entry, query))
			.collect(Collectors.groupingBy(InMemoryLedger::group, java.util.TreeMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(InMemoryLedger::sum)
			.limit(limit));
	}

	@Override
	public Mono<Long> rebuildTotals() {
		return Mono.fromCallable(() -> (long) this.entries.size());
	}

	@Override
	public Mono<Void> prepare(Collection<YearMonth> months) {
		return Mono.empty();
	}

	private static boolean matches(LedgerEntry entry, TotalsQuery query) {
		return !entry.time().isBefore(query.begin()) && entry.time().isBefore(query.end())
				&& (query.team() == null || query.team().equals(entry.team()))
				&& (query.subject() == null || query.subject().equals(entry.subject()))
				&& (query.model() == null || query.model().equals(entry.model()));
	}

	private static Totals totals(LedgerEntry entry, TotalsQuery query) {
		return new Totals(
				query.groupBy().contains(Dimension.DAY) ? LocalDate.ofInstant(entry.time(), query.zone()) : null,
				only(query, Dimension.TEAM, entry.team()), only(query, Dimension.USER, entry.subject()),
				only(query, Dimension.MODEL, entry.model()), 1, entry.failed() ? 1 : 0, entry.tokens(),
				entry.costNanoUsd());
	}

	private static @Nullable String only(TotalsQuery query, Dimension dimension, String value) {
		return query.groupBy().contains(dimension) ? value : null;
	}

	private static String group(Totals totals) {
		return totals.day() + "|" + totals.team() + "|" + totals.user() + "|" + totals.model();
	}

	private static Totals sum(List<Totals> group) {
		Totals first = group.getFirst();
		Totals sum = group.stream().reduce(Totals.NONE, Totals::plus);
		return new Totals(first.day(), first.team(), first.user(), first.model(), sum.requests(), sum.errors(),
				sum.tokens(), sum.costNanoUsd());
	}

}
