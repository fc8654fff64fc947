package io.hilum.usage.ledger.r2dbc;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.phi.PhiLedger;
import io.hilum.usage.phi.PhiSummary;
import io.hilum.usage.phi.TypeTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept of identifiers equals what a look at every entry finds: for entries that
 * an earlier version had written, for those that many write at once and again, and after
 * it was made anew.
 */
class IdentifierRollupIT {

	private static final String BEFORE = "202611230840";

	private static final List<String> TYPES = List.of("NAME", "MRN", "DATE", "SSN");

	private static final Random RANDOM = new Random(50);

	private static final List<LedgerEntry> ENTRIES = IntStream.range(0, 600).mapToObj((i) -> entry()).toList();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static TestDatabase database;

	@SuppressWarnings("NullAway.Init")
	private static RunningService service;

	@BeforeAll
	static void start() {
		database = TestDatabase.createAt(BEFORE);
		ledger().append(ENTRIES.subList(0, 200)).block();
		service = RunningService.start(database.part(), home, "--hilum.inbox.enabled=false");
		List<LedgerEntry> rest = new ArrayList<>(ENTRIES.subList(150, 600));
		Flux.range(0, 6).flatMap((i) -> {
			List<LedgerEntry> shuffled = new ArrayList<>(rest);
			Collections.shuffle(shuffled, new Random(i));
			return Flux.fromIterable(shuffled).buffer(70).flatMap(IdentifierRollupIT::write, 2);
		}).blockLast();
		assertThat(database.number("SELECT count(*) FROM usage.ledger_entry")).isEqualTo(ENTRIES.size());
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void equalsALookAtEveryEntry() {
		assertThatAllReportsAreRight();
	}

	@Test
	void isTheSameWhenItIsMadeAgainWhileEntriesCome() {
		Flux<Long> again = Flux.fromIterable(ENTRIES).buffer(50).flatMap(IdentifierRollupIT::write, 2);
		Mono.when(again, Flux.range(0, 3).concatMap((i) -> ledger().rebuildTotals())).block();
		assertThatAllReportsAreRight();
	}

	private static void assertThatAllReportsAreRight() {
		PhiLedger ledger = service.bean(PhiLedger.class);
		for (TotalsQuery query : queries()) {
			List<LedgerEntry> asked = ENTRIES.stream().filter((entry) -> matches(entry, query)).toList();
			assertThat(ledger.totals(query, 10_000).collectList().block()).as(query.toString())
				.containsExactlyInAnyOrderElementsOf(totals(asked, query));
			assertThat(ledger.summary(query).block()).as(query.toString()).isEqualTo(summary(asked));
		}
	}

	private static List<TotalsQuery> queries() {
		List<TotalsQuery> queries = new ArrayList<>();
		for (String zone : List.of("UTC", "America/New_York", "Asia/Kathmandu")) {
			for (Set<Dimension> groups : groups()) {
				queries.add(query(zone, groups, null, null, null));
				queries.add(query(zone, groups, "team-1", null, null));
				queries.add(query(zone, groups, null, "idp|user-2", "gpt-4o"));
			}
		}
		return queries;
	}

	private static List<Set<Dimension>> groups() {
		Dimension[] all = Dimension.values();
		return IntStream.range(0, 1 << all.length)
			.mapToObj((bits) -> Stream.of(all)
				.filter((one) -> (bits >> one.ordinal() & 1) == 1)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Dimension.class))))
			.<Set<Dimension>>map((set) -> set)
			.toList();
	}

	private static TotalsQuery query(String zone, Set<Dimension> groups, @Nullable String team,
			@Nullable String subject, @Nullable String model) {
		return new TotalsQuery(LocalDate.parse("2026-03-08"), LocalDate.parse("2026-03-09"), ZoneId.of(zone), groups,
				team, subject, model);
	}

	private static boolean matches(LedgerEntry entry, TotalsQuery query) {
		return !entry.time().isBefore(query.begin()) && entry.time().isBefore(query.end())
				&& (query.team() == null || query.team().equals(entry.team()))
				&& (query.subject() == null || query.subject().equals(entry.subject()))
				&& (query.model() == null || query.model().equals(entry.model()));
	}

	private static Collection<TypeTotals> totals(List<LedgerEntry> entries, TotalsQuery query) {
		Set<Dimension> groups = query.groupBy();
		return entries.stream()
			.flatMap((entry) -> entry.phi()
				.counts()
				.entrySet()
				.stream()
				.filter((count) -> count.getValue() > 0)
				.map((count) -> new TypeTotals(
						groups.contains(Dimension.DAY) ? LocalDate.ofInstant(entry.time(), query.zone()) : null,
						groups.contains(Dimension.TEAM) ? entry.team() : null,
						groups.contains(Dimension.USER) ? entry.subject() : null,
						groups.contains(Dimension.MODEL) ? entry.model() : null, count.getKey(), 1, count.getValue())))
			.collect(Collectors.toMap(
					(one) -> new TypeTotals(one.day(), one.team(), one.user(), one.model(), one.type(), 0, 0),
					(one) -> one, IdentifierRollupIT::plus))
			.values();
	}

	private static TypeTotals plus(TypeTotals one, TypeTotals other) {
		return new TypeTotals(one.day(), one.team(), one.user(), one.model(), one.type(),
				one.requests() + other.requests(), one.identifiers() + other.identifiers());
	}

	private static PhiSummary summary(List<LedgerEntry> entries) {
		return new PhiSummary(entries.size(),
				entries.stream()
					.filter((entry) -> entry.phi().counts().values().stream().anyMatch((count) -> count > 0))
					.count(),
				entries.stream().filter((entry) -> entry.phi().state().equals("RAW")).count());
	}

	/** In the days of a change of clocks, and around their ends in each of the zones. */
	private static LedgerEntry entry() {
		Instant time = Instant.parse("2026-03-07T12:00:00Z").plusSeconds(RANDOM.nextInt(3 * 86_400));
		return LedgerFixtures.entry((tree) -> {
			tree.put("time", time.toString())
				.put("team", "team-" + RANDOM.nextInt(3))
				.put("subject", "idp|user-" + RANDOM.nextInt(4))
				.put("servedModel", RANDOM.nextInt(3) == 0 ? null : "gpt-4o-2024-11-20");
			ObjectNode phi = tree.putObject("phi");
			phi.put("state", List.of("NONE", "DEIDENTIFIED", "RAW").get(RANDOM.nextInt(3)));
			ObjectNode counts = phi.putObject("counts");
			TYPES.stream()
				.filter((type) -> RANDOM.nextBoolean())
				.forEach((type) -> counts.put(type, RANDOM.nextInt(4)));
		});
	}

	private static Mono<Long> write(List<LedgerEntry> entries) {
		return database.transactions().transactional(ledger().append(entries));
	}

	private static Ledger ledger() {
		return new R2dbcLedger(database.client(), database.transactions(), JsonMapper.shared());
	}

}
