package io.hilum.usage.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link Ledger} does.
 */
public abstract class LedgerContract {

	private static final ZoneId UTC = ZoneId.of("UTC");

	private static final Instant MORNING = Instant.parse("2026-01-05T08:00:02.210Z");

	@SuppressWarnings("NullAway.Init")
	private Ledger ledger;

	/**
	 * A new, empty ledger.
	 */
	protected abstract Ledger create();

	@BeforeEach
	void begin() {
		this.ledger = create();
	}

	@Test
	void keepsEveryFieldOfAnEntry() {
		LedgerEntry entry = LedgerFixtures.entry((tree) -> tree.put("requestId", "req-all-fields"));
		append(entry);
		assertThat(ofRequest("req-all-fields")).containsExactly(entry);
	}

	@Test
	void countsOnlyNewEntries() {
		LedgerEntry first = LedgerFixtures.entry("cardiology", "amelia", MORNING, 10);
		LedgerEntry second = LedgerFixtures.entry("cardiology", "bo", MORNING, 20);
		assertThat(append(first, second)).isEqualTo(2);
		assertThat(append(second, first, LedgerFixtures.entry("revenue", "bo", MORNING, 1))).isEqualTo(1);
	}

	@Test
	void ignoresSecondEntryWithSameIdWhateverItSays() {
		LedgerEntry entry = LedgerFixtures.entry("cardiology", "amelia", MORNING, 10);
		LedgerEntry forged = LedgerFixtures.entry((tree) -> tree.put("id", entry.id().toString())
			.put("time", "2026-03-09T10:00:00Z")
			.put("costNanoUsd", 999));
		assertThat(append(entry, entry)).isEqualTo(1);
		assertThat(append(forged)).isZero();
		assertThat(total(query("2026-01-01", "2026-12-31", null)).costNanoUsd()).isEqualTo(10);
	}

	@Test
	void sumsUpByEveryDimension() {
		append(LedgerFixtures.entry("cardiology", "amelia", MORNING, 10),
				LedgerFixtures.entry("cardiology", "amelia", MORNING.plusSeconds(7200), 5),
				LedgerFixtures.entry("cardiology", "bo", MORNING, 3),
				LedgerFixtures.entry("revenue", "bo", MORNING, 1));
		TotalsQuery query = new TotalsQuery(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-05"), UTC,
				Set.of(Dimension.values()), null, null, null);
		assertThat(totals(query))
			.extracting(Totals::day, Totals::team, Totals::user, Totals::requests, Totals::costNanoUsd)
			.containsExactly(tuple("cardiology", "amelia", 2, 15), tuple("cardiology", "bo", 1, 3),
					tuple("revenue", "bo", 1, 1));
		assertThat(totals(query).getFirst().tokens()).isEqualTo(new Tokens(360, 100, 0, 168, 0, 0, 0));
	}

	@Test
	void countsFailuresButNotWhatAClientGaveUp() {
		append(LedgerFixtures.entry((tree) -> tree.put("outcome", "error")),
				LedgerFixtures.entry((tree) -> tree.put("outcome", "crashed")),
				LedgerFixtures.entry((tree) -> tree.put("outcome", "aborted")),
				LedgerFixtures.entry((tree) -> tree.put("outcome", "cached")));
		Totals total = total(query("2026-01-01", "2026-01-31", null));
		assertThat(total.requests()).isEqualTo(4);
		assertThat(total.errors()).isEqualTo(2);
	}

	@Test
	void beginsDaysInTheTimeZoneOfTheQuery() {
		append(LedgerFixtures.entry("cardiology", "amelia", Instant.parse("2026-01-05T03:00:00Z"), 1),
				LedgerFixtures.entry("cardiology", "amelia", Instant.parse("2026-01-05T18:20:00Z"), 2));
		assertThat(days("America/New_York")).containsExactly(LocalDate.parse("2026-01-04"),
				LocalDate.parse("2026-01-05"));
		assertThat(days("Asia/Kathmandu")).containsExactly(LocalDate.parse("2026-01-05"),
				LocalDate.parse("2026-01-06"));
	}

	@Test
	void namesTheModelThatServed() {
		append(LedgerFixtures.entry((tree) -> {
		}), LedgerFixtures.entry((tree) -> tree.putNull("servedModel")));
		TotalsQuery query = new TotalsQuery(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-05"), UTC,
				Set.of(Dimension.MODEL), null, null, null);
		assertThat(totals(query)).extracting(Totals::model).containsExactly("gpt-4o", "gpt-4o-2024-11-20");
	}

	@Test
	void showsOnlyWhatTheQueryAsksFor() {
		append(LedgerFixtures.entry("cardiology", "amelia", MORNING, 1),
				LedgerFixtures.entry("cardiology", "bo", MORNING, 2),
				LedgerFixtures.entry("revenue", "bo", MORNING, 4));
		assertThat(total(query("2026-01-01", "2026-01-31", "bo")).costNanoUsd()).isEqualTo(6);
		assertThat(totals(query("2026-02-01", "2026-02-28", null))).isEmpty();
	}

	@Test
	void makesTheSameTotalsAgain() {
		append(LedgerFixtures.entry("cardiology", "amelia", MORNING, 10),
				LedgerFixtures.entry("revenue", "bo", MORNING.plusSeconds(86_400), 7));
		TotalsQuery query = new TotalsQuery(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31"), UTC,
				Set.of(Dimension.values()), null, null, null);
		List<Totals> before = totals(query);
		assertThat(this.ledger.rebuildTotals().block()).isEqualTo(2);
		assertThat(totals(query)).isEqualTo(before).hasSize(2);
	}

	@Test
	void findsTheLatestEntryOfARequestFirst() {
		LedgerEntry embedding = LedgerFixtures.entry((tree) -> tree.put("endpoint", "embeddings")
			.put("requestId", "req-two")
			.put("time", "2026-01-05T08:00:00Z"));
		LedgerEntry answer = LedgerFixtures.entry((tree) -> tree.put("requestId", "req-two"));
		append(embedding, answer);
		assertThat(ofRequest("req-two")).containsExactly(answer, embedding);
		assertThat(ofRequest("req-none")).isEmpty();
	}

	private long append(LedgerEntry... entries) {
		Long count = this.ledger.append(List.of(entries)).block();
		return (count != null) ? count : -1;
	}

	private List<LedgerEntry> ofRequest(String requestId) {
		return this.ledger.ofRequest(requestId).collectList().blockOptional().orElseThrow();
	}

	private List<Totals> totals(TotalsQuery query) {
		return this.ledger.totals(query, 1000).collectList().blockOptional().orElseThrow();
	}

	private Totals total(TotalsQuery query) {
		return totals(query).getFirst();
	}

	private List<@Nullable LocalDate> days(String zone) {
		TotalsQuery query = new TotalsQuery(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31"),
				ZoneId.of(zone), Set.of(Dimension.DAY), null, null, null);
		return totals(query).stream().<@Nullable LocalDate>map(Totals::day).toList();
	}

	private static TotalsQuery query(String from, String to, @Nullable String subject) {
		return new TotalsQuery(LocalDate.parse(from), LocalDate.parse(to), UTC, Set.of(), null, subject, null);
	}

	private static org.assertj.core.groups.Tuple tuple(String team, String user, long requests, long cost) {
		return org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2026-01-05"), team, user, requests, cost);
	}

}
