package io.hilum.systemtests.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.hilum.systemtests.invariants.Asked.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checker finds every kind of damage, names the invariant and the record, and finds
 * nothing in what is whole.
 */
class InvariantsTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final List<Asked> asked = new ArrayList<>(
			List.of(new Asked(1, "k1", "cardiology", "req1", 200, Result.WHOLE, "", "a"),
					new Asked(2, "k2", "revenue", "req2", 200, Result.WHOLE, "", "b"),
					new Asked(3, "k2", "revenue", "req3", 429, Result.REFUSED, "", "")));

	private final List<Reached> reached = new ArrayList<>(
			List.of(new Reached("e1", 1, 10, 20, 80), new Reached("e2", 2, 30, 40, 160)));

	private final List<Published> usage = new ArrayList<>(
			List.of(published("e1", "req1"), published("e2", "req2"), published("e2", "req2")));

	private final List<Published> audit = new ArrayList<>(
			List.of(published("a1", "req1"), published("a2", "req2"), published("a3", "req3")));

	private final List<Entry> ledger = new ArrayList<>(List.of(entry("e1", "req1", "cardiology", "k1", 10, 20, 500),
			entry("e2", "req2", "revenue", "k2", 30, 40, 700)));

	private final List<String> ledgerIds = new ArrayList<>(List.of("e1", "e2"));

	private final List<Total> totals = new ArrayList<>(
			List.of(new Total("noon|cardiology", 1, 10, 20, 500), new Total("noon|revenue", 1, 30, 40, 700)));

	private final List<String> postings = new ArrayList<>();

	private final List<Link> chain = new ArrayList<>(
			chained(List.of(link("a1", "req1"), link("a2", "req2"), link("a3", "req3"))));

	private final List<String> waiting = new ArrayList<>();

	private final List<Counter> counters = new ArrayList<>(
			List.of(new Counter("organisation:month:2026-11-01", "organisation", 1200, 0),
					new Counter("key:k2:day:2026-11-22", "key:k2", 300, 0),
					new Counter("key:k2:day:2026-11-23", "key:k2", 400, 0)));

	private final List<String> holds = new ArrayList<>();

	private final List<Limit> limits = new ArrayList<>(List.of(new Limit("key:k2", 700)));

	private final List<Instant> losses = new ArrayList<>();

	private String tip = this.chain.getLast().hash();

	@Test
	void whatIsWholeHolds() {
		assertThat(violated()).isEmpty();
	}

	@Test
	void i1FindsAnEntryThatWasRemoved() {
		this.ledger.removeFirst();
		assertFound("I1", "e1", "not in the ledger");
	}

	@Test
	void i1FindsAnEntryThatIsThereTwice() {
		this.ledger.add(this.ledger.getFirst());
		assertFound("I1", "e1", "more than once");
	}

	@Test
	void i1FindsARequestThatIsChargedUnderTwoIds() {
		this.ledger.add(entry("e9", "req1", "cardiology", "k1", 10, 20, 500));
		assertFound("I1", "req1", "more than once");
	}

	@Test
	void i1FindsAnEntryOfNothing() {
		this.ledger.add(entry("e9", "req9", "cardiology", "k1", 10, 20, 500));
		assertFound("I1", "e9", "never reached");
	}

	@Test
	void i1FindsACallThatWasMadeTwice() {
		this.reached.add(this.reached.getFirst());
		assertFound("I1", "e1", "reached the provider more than once");
	}

	@Test
	void i1FindsACallThatNobodyAsked() {
		this.asked.removeFirst();
		assertFound("I1", "e1", "nobody asked");
	}

	@Test
	void i1LetsPassWhatDiedOnItsWay() {
		Entry first = this.ledger.getFirst();
		this.reached.removeFirst();
		this.ledger.set(0, outcome(first, "crashed", "estimated"));
		assertThat(violated()).noneMatch((violation) -> violation.invariant().equals("I1"));
	}

	@Test
	void i2FindsATotalThatCountsTwice() {
		this.totals.set(0, new Total("noon|cardiology", 2, 20, 40, 1000));
		assertFound("I2", "noon|cardiology", "the report says");
	}

	@Test
	void i2FindsATotalThatIsMissing() {
		this.totals.removeLast();
		assertFound("I2", "noon|revenue", "the report says null");
	}

	@Test
	void i2FindsAPostingWithoutItsOtherSide() {
		this.postings.add("e2");
		assertFound("I2", "e2", "postings");
	}

	@Test
	void i3FindsAnEventThatWasNotTakenIn() {
		this.usage.add(published("e9", "req9"));
		assertFound("I3", "e9", "on the usage topic and not in the ledger");
	}

	@Test
	void i3FindsAnEntryThatNoEventBrought() {
		this.usage.removeIf((event) -> event.id().equals("e2"));
		assertFound("I3", "e2", "in the ledger and not on the usage topic");
	}

	@Test
	void i3FindsAnAuditEventThatWasNotTakenIn() {
		this.audit.add(published("a9", "req9"));
		assertFound("I3", "a9", "on the audit topic and not in the audit");
	}

	@Test
	void i3FindsAnIdWithoutItsEntry() {
		this.ledgerIds.add("e9");
		assertFound("I3", "e9", "among its ids and not in the ledger");
	}

	@Test
	void i3FindsWhatWaitsAndWhatIsBuried() {
		this.waiting.add("outbox 7");
		assertFound("I3", "outbox 7", "not sent");
	}

	@Test
	void i4FindsABudgetThatIsOverspent() {
		this.limits.set(0, new Limit("key:k2", 699));
		assertFound("I4", "key:k2", "spent 700 of at most 699");
	}

	@Test
	void i4LetsPassOnlyWhatWasUnderWayWhenRedisForgot() {
		this.limits.set(0, new Limit("key:k2", 699));
		this.losses.add(NOON.minusMillis(50));
		assertThat(violated()).isEmpty();
		this.losses.set(0, NOON.minusMillis(5000));
		assertFound("I4", "key:k2", "spent 700");
	}

	@Test
	void i5FindsAHoldThatWasLeft() {
		this.holds.add("e1");
		assertFound("I5", "e1", "still held");
	}

	@Test
	void i5FindsMoneyThatIsStillSetAside() {
		this.counters.set(0, new Counter("organisation:month:2026-11-01", "organisation", 1200, 9));
		assertFound("I5", "organisation:month:2026-11-01", "9 nano-dollars are still held");
	}

	@Test
	void i5FindsACounterThatSaysMoreThanTheLedger() {
		this.counters.set(0, new Counter("organisation:month:2026-11-01", "organisation", 1201, 0));
		assertFound("I5", "organisation", "the counter is 1 nano-dollars off the ledger");
	}

	@Test
	void i5LetsPassOnlyWhatWasChargedWhenRedisForgot() {
		this.counters.set(0, new Counter("organisation:month:2026-11-01", "organisation", 700, 0));
		this.losses.add(NOON.plusMillis(500));
		assertThat(violated()).isEmpty();
		this.losses.set(0, NOON.plusMillis(5000));
		assertFound("I5", "organisation", "the counter is -500 nano-dollars off the ledger");
	}

	@Test
	void i6FindsTokensThatTheProviderDidNotCount() {
		this.ledger.set(0, entry("e1", "req1", "cardiology", "k1", 10, 21, 500));
		assertFound("I6", "e1", "the provider counted 10 and 20, the ledger 10 and 21");
	}

	@Test
	void i6FindsASuccessThatIsOnlyEstimated() {
		this.ledger.set(0, outcome(this.ledger.getFirst(), "success", "estimated"));
		assertFound("I6", "e1", "only estimated");
	}

	@Test
	void i6FindsMoreThanCouldBeGenerated() {
		Entry more = entry("e1", "req1", "cardiology", "k1", 10, 81, 500);
		this.ledger.set(0, outcome(more, "aborted", "aborted"));
		assertFound("I6", "e1", "more tokens than letters");
	}

	@Test
	void i7FindsATextThatWasEdited() {
		alter(1, (link) -> new Link(link.sequence(), link.eventId(), link.requestId(), link.service(), link.action(),
				link.decision(), link.event().replace("allowed", "refused"), link.hash()));
		assertFound("I7", "event 2", "hash");
	}

	@Test
	void i7FindsAColumnThatWasEdited() {
		alter(1, (link) -> new Link(link.sequence(), link.eventId(), link.requestId(), link.service(), link.action(),
				"refused", link.event(), link.hash()));
		assertFound("I7", "event 2", "columns");
	}

	@Test
	void i7FindsALinkThatWasDropped() {
		this.chain.remove(1);
		assertFound("I7", "event 3", "follows event 1");
	}

	@Test
	void i7FindsLinksThatWereSwapped() {
		this.chain.add(this.chain.remove(0));
		assertFound("I7", "event 2", "follows event 0");
	}

	@Test
	void i7FindsAnEndThatWasCutOff() {
		this.chain.removeLast();
		assertFound("I7", "the end", "elsewhere");
	}

	@Test
	void i7FindsATipThatWasMoved() {
		this.tip = "0".repeat(64);
		assertFound("I7", "the end", "elsewhere");
	}

	@Test
	void i11FindsAnAnswerWithoutItsEntry() {
		this.ledger.removeLast();
		assertFound("I11", "req2", "was answered and is not in the ledger");
	}

	@Test
	void i11FindsAnAnswerThatIsNoSuccess() {
		this.ledger.set(0, outcome(this.ledger.getFirst(), "aborted", "aborted"));
		assertFound("I11", "req1", "is there as aborted");
	}

	@Test
	void i11FindsARefusalThatIsCharged() {
		this.ledger.add(entry("e3", "req3", "revenue", "k2", 1, 1, 1));
		assertFound("I11", "req3", "was refused before the provider was called and is charged");
	}

	@Test
	void i11FindsAnEntryThatIsNotInTheAudit() {
		alter(0, (link) -> link("a1", "req9"));
		assertFound("I11", "req1", "is in the ledger and not in the audit");
	}

	@Test
	void i11FindsARefusalThatIsNotInTheAudit() {
		alter(2, (link) -> link("a3", "req9"));
		assertFound("I11", "req3", "was answered and is not in the audit");
	}

	@Test
	void i11LetsPassWhatWasRefusedBeforeAnybodyWasKnown() {
		this.asked.set(2, new Asked(3, "k2", "revenue", "req3", 503, Result.REFUSED, "", ""));
		alter(2, (link) -> link("a3", "req9"));
		assertThat(violated()).noneMatch((violation) -> violation.invariant().equals("I11"));
	}

	@Test
	void i11FindsARequestThatIsInTheAuditTwice() {
		this.chain.add(link("a4", "req1"));
		assertFound("I11", "req1", "in the audit more than once");
	}

	@Test
	void i13FindsAnAnswerOfSomebodyElse() {
		this.asked.set(0, new Asked(1, "k1", "cardiology", "req1", 200, Result.WRONG, "", "a"));
		assertFound("I13", "req1", "not its own");
	}

	@Test
	void i13FindsACostOfSomebodyElse() {
		this.ledger.set(0, entry("e1", "req1", "revenue", "k2", 10, 20, 500));
		assertFound("I13", "req1", "is charged to revenue by k2");
	}

	@Test
	void i13FindsAQuestionOfSomebodyElse() {
		this.reached.set(0, new Reached("e1", 2, 10, 20, 80));
		assertFound("I13", "req1", "the provider was asked question 2 for it");
	}

	@Test
	void i14FindsASecondCallUnderOneKey() {
		this.asked.set(1, new Asked(2, "k1", "cardiology", "req2", 200, Result.WHOLE, "again", "a"));
		this.asked.set(0, new Asked(1, "k1", "cardiology", "req1", 200, Result.WHOLE, "again", "a"));
		assertFound("I14", "k1 again", "2 calls of the provider");
	}

	@Test
	void i14FindsASecondAnswerUnderOneKey() {
		this.asked.set(0, new Asked(1, "k1", "cardiology", "req1", 200, Result.WHOLE, "again", "a"));
		this.asked.add(new Asked(1, "k1", "cardiology", "req1", 200, Result.WHOLE, "again", "b"));
		assertFound("I14", "k1 again", "2 different answers");
	}

	@Test
	void theReportNamesEachInvariant() {
		this.holds.add("e1");
		assertThat(Invariants.report(violated())).contains("I1   holds", "I5   VIOLATED 1 times",
				"I5 e1: is still held", "I14  holds");
	}

	private List<Violation> violated() {
		return Invariants.violated(
				new Evidence(this.asked, this.reached, this.usage, this.audit, this.ledger, this.ledgerIds, this.totals,
						List.of(new Total("noon|cardiology", 1, 10, 20, 500),
								new Total("noon|revenue", 1, 30, 40, 700)),
						this.postings, this.chain, this.tip, this.waiting, this.counters, this.holds, this.limits,
						this.losses));
	}

	private void assertFound(String invariant, String id, String what) {
		assertThat(violated()).anySatisfy((violation) -> {
			assertThat(violation.invariant()).isEqualTo(invariant);
			assertThat(violation.id()).isEqualTo(id);
			assertThat(violation.what()).contains(what);
		});
	}

	private void alter(int index, UnaryOperator<Link> change) {
		this.chain.set(index, change.apply(this.chain.get(index)));
	}

	private static Entry entry(String id, String request, String team, String key, long input, long output, long cost) {
		return new Entry(id, NOON, request, team, "", key, "somebody", "success", "provider", input, output, cost, 900,
				100);
	}

	private static Entry outcome(Entry entry, String outcome, String source) {
		return new Entry(entry.eventId(), entry.time(), entry.requestId(), entry.team(), entry.application(),
				entry.keyId(), entry.subject(), outcome, source, entry.inputTokens(), entry.outputTokens(),
				entry.costNanoUsd(), entry.holdNanoUsd(), entry.totalMillis());
	}

	private static Published published(String id, String request) {
		return new Published("a topic", 0, 0, id, request);
	}

	private static Link link(String id, String request) {
		String event = """
				{"action":"chat.completion","decision":"allowed","id":"%s","requestId":"%s","service":"gateway-service"}"""
			.formatted(id, request);
		return new Link(0, id, request, "gateway-service", "chat.completion", "allowed", event, "");
	}

	private static List<Link> chained(List<Link> links) {
		List<Link> chain = new ArrayList<>();
		String previous = "0".repeat(64);
		for (Link link : links) {
			previous = AuditUnbroken.hash(previous, link.event());
			chain.add(new Link(chain.size() + 1, link.eventId(), link.requestId(), link.service(), link.action(),
					link.decision(), link.event(), previous));
		}
		return chain;
	}

}
