package io.hilum.systemtests.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.hilum.systemtests.client.Answer;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.BudgetCounters;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.invariants.Asked;
import io.hilum.systemtests.invariants.Evidence;
import io.hilum.systemtests.invariants.Invariants;
import io.hilum.systemtests.invariants.Journal;
import io.hilum.systemtests.invariants.Violation;
import io.hilum.systemtests.invariants.Witness;
import io.hilum.systemtests.processes.Holder;
import io.hilum.systemtests.processes.Installation;
import io.hilum.systemtests.processes.Service;
import io.hilum.systemtests.upstream.Exchange;

/**
 * Drives one set of services through faults: load, a fault at a random moment, recovery,
 * and the checker when nothing is under way any more. Not thread-safe.
 */
public final class Rounds implements AutoCloseable {

	private static final Duration CATCH_UP = Duration.ofMinutes(6);

	/** In nano-dollars: some dozens of questions. */
	private static final long BUDGET_OF_A_ROUND = 8_000_000;

	private static final Duration STALL = Duration.ofSeconds(2);

	private static final Duration TO_HOLD = Duration.ofMinutes(4);

	private static final int MOST_MILLIS_TO_THE_FAULT = 2500;

	private final Installation installation;

	private final Random random;

	private final Consumer<String> log;

	private final Journal journal;

	private final Witness witness;

	private final AtomicLong questions = new AtomicLong();

	private final List<Asked> outcomes = new ArrayList<>();

	private final Set<Violation> reported = new HashSet<>();

	private int known;

	private long budget;

	private int kills;

	private Rounds(Installation installation, long seed, Consumer<String> log) {
		this.installation = installation;
		this.random = new Random(seed);
		this.log = log;
		this.journal = new Journal(installation.home());
		this.witness = new Witness(installation.books(), installation.topics(),
				new BudgetCounters(installation.parts().redis().url()), this.journal);
	}

	/**
	 * Starts a set of services of its own and lets it know a document.
	 * @param seed what draws moments and orders
	 * @param log is told how it goes
	 */
	public static Rounds start(long seed, Consumer<String> log) {
		Rounds rounds = new Rounds(Installation.start(), seed, log);
		rounds.upload();
		log.accept("seed " + seed + ", in " + rounds.installation.home());
		return rounds;
	}

	/**
	 * Kills a service with signal 9 under load and starts it again; the others and the
	 * clients go on.
	 */
	public List<Violation> kill(Service service) {
		return underLoad("kill -9 of " + service.artifact(), () -> {
			this.installation.kill(service);
			this.kills++;
			Eventually.pause(Duration.ofMillis(this.random.nextInt(1000)));
			this.installation.startAgain(service);
		});
	}

	/**
	 * Kills routing-service while Redis takes its commands and does nothing: what is over
	 * is not settled, and what is held then was asked for by nobody who lives.
	 */
	public List<Violation> killedWhileRedisStalls() {
		return underLoad("kill -9 of routing-service while Redis stalls", () -> {
			Stall.redis(this.installation.parts().redis().url(), STALL);
			Eventually.pause(STALL.dividedBy(2));
			this.installation.kill(Service.ROUTING);
			this.kills++;
			this.installation.startAgain(Service.ROUTING);
		});
	}

	/**
	 * Stops Kafka for a while; questions are answered meanwhile.
	 */
	public List<Violation> kafkaAway(Duration away) {
		return underLoad("Kafka away for " + away, (crowd) -> {
			this.installation.parts().kafka().stop();
			crowd.awaitAnswers(3 * Crowd.size(), CATCH_UP);
			Eventually.pause(away);
			crowd.awaitAnswers(Crowd.size(), CATCH_UP);
			this.installation.parts().kafka().start();
		});
	}

	/**
	 * Kills Postgres and starts it on the data it left; questions are answered meanwhile.
	 */
	public List<Violation> postgresKilled(Duration away) {
		return underLoad("kill -9 of Postgres", (crowd) -> {
			this.installation.parts().postgres().kill();
			this.kills++;
			crowd.awaitAnswers(3 * Crowd.size(), CATCH_UP);
			Eventually.pause(away);
			this.installation.parts().postgres().start();
		});
	}

	/**
	 * Has Redis forget everything.
	 */
	public List<Violation> redisFlushed() {
		return underLoad("Redis flushed", () -> {
			this.journal.lost(Instant.now());
			this.installation.parts().redis().flush();
		});
	}

	/**
	 * Sends all events once more, doubled and in another order; nothing may change.
	 */
	public List<Violation> replayed() {
		Evidence before = this.witness.evidence();
		int sent = Replay.shuffled(this.installation.parts().kafka().bootstrapServers(), this.random);
		Eventually.get(CATCH_UP, this::unread, (left) -> left == 0);
		List<Violation> violated = new ArrayList<>(check("replay of " + sent + " events, shuffled"));
		Evidence after = this.witness.evidence();
		if (!before.totals().equals(after.totals()) || !before.tip().equals(after.tip())
				|| before.ledger().size() != after.ledger().size()) {
			violated.add(new Violation("I2", "replay", "changed the books"));
		}
		return violated;
	}

	/**
	 * Kills usage-service again and again while it takes in what gathered meanwhile: each
	 * time soon after it has written something, so that it dies between effects and
	 * commits.
	 */
	public List<Violation> readerKilled(int times) {
		this.installation.kill(Service.USAGE);
		try (Crowd crowd = Crowd.start(this.installation.gateway(), this.questions)) {
			crowd.awaitAnswers(20 * Crowd.size(), CATCH_UP);
			note(crowd.finish());
		}
		for (int time = 0; time < times; time++) {
			long before = this.witness.entries();
			this.installation.begin(Service.USAGE);
			Eventually.get(CATCH_UP, this.witness::entries, (entries) -> entries > before || unread() == 0);
			Eventually.pause(Duration.ofMillis(this.random.nextInt(60)));
			this.installation.kill(Service.USAGE);
			this.kills++;
		}
		this.installation.startAgain(Service.USAGE);
		return check("kill -9 of usage-service, " + times + " times while it catches up");
	}

	/**
	 * What was done so far, in one line.
	 */
	public String summary() {
		return "%d questions, %d answered in full, %d reached the provider, %d entries, %d kills".formatted(
				this.outcomes.size(),
				this.outcomes.stream().filter((one) -> one.result() == Asked.Result.WHOLE).count(), this.known,
				this.witness.entries(), this.kills);
	}

	/** Leaves the folder of the run for who wants to look. */
	@Override
	public void close() {
		this.installation.close();
	}

	public void forget() {
		this.installation.forget();
	}

	private List<Violation> underLoad(String fault, Runnable action) {
		return underLoad(fault, (crowd) -> action.run());
	}

	private List<Violation> underLoad(String fault, Consumer<Crowd> action) {
		raiseBudget();
		try (Crowd crowd = Crowd.start(this.installation.gateway(), this.questions)) {
			crowd.awaitAnswers(2 * Crowd.size(), CATCH_UP);
			Eventually.pause(Duration.ofMillis(this.random.nextInt(MOST_MILLIS_TO_THE_FAULT)));
			action.accept(crowd);
			crowd.awaitAnswers(2 * Crowd.size(), CATCH_UP);
			note(crowd.finish());
		}
		return check(fault);
	}

	private void note(List<Asked> finished) {
		this.outcomes.addAll(finished);
		this.journal.asked(finished);
		List<Exchange> calls = this.installation.upstream().exchangesAfter(this.known);
		this.known += calls.size();
		this.journal.reached(calls.stream().map(Question::reached).toList());
		this.log.accept("  " + finished.stream()
			.collect(Collectors.groupingBy((asked) -> asked.result() + " " + asked.status(), Collectors.counting())));
	}

	/**
	 * Looks until everything holds or time is up: events travel, and what died is charged
	 * when its hold expires.
	 */
	private List<Violation> check(String fault) {
		Eventually.get(CATCH_UP, this::unread, (left) -> left == 0);
		List<Violation> violated = Eventually.get(TO_HOLD, this::newlyViolated, List::isEmpty);
		this.reported.addAll(violated);
		this.log.accept(fault + ": " + (violated.isEmpty() ? "all hold" : "\n" + Invariants.report(violated)));
		return violated;
	}

	/** What does not hold and was not said after an earlier fault. */
	private List<Violation> newlyViolated() {
		return Invariants.violated(this.witness.evidence())
			.stream()
			.filter((violation) -> !this.reported.contains(violation))
			.toList();
	}

	/** How many calls of the provider the ledger does not have yet. */
	private long unread() {
		return Math.max(0, this.known - this.witness.entries());
	}

	/**
	 * So that some of those on the budget are let through in each round and some are not.
	 */
	private void raiseBudget() {
		this.budget += BUDGET_OF_A_ROUND;
		Gateway admin = this.installation.as(Holder.ADMIN);
		String body = "{\"limitNanoUsd\": %d, \"window\": \"month\", \"mode\": \"hard\"}".formatted(this.budget);
		Answer answer = Eventually.get(CATCH_UP, () -> admin.put("/v1/budgets/key:" + Holder.BILLING.keyId(), body),
				(one) -> one.status() == 200);
		if (answer.status() != 200) {
			throw new AssertionError("the budget cannot be set: " + answer.body());
		}
	}

	private void upload() {
		Gateway admin = this.installation.as(Holder.ADMIN);
		String collections = "/v1/collections";
		// A gateway may be ready before usage-service has told it the first keys.
		String collection = "{\"name\": \"" + Question.COLLECTION
				+ "\", \"access\": {\"roles\": [\"Clinician\"], \"writers\": [\"Admin\"]}}";
		Answer created = Eventually.get(CATCH_UP, () -> admin.post(collections, collection),
				(answer) -> answer.status() == 201 || answer.status() == 409);
		Answer accepted = Eventually.get(CATCH_UP,
				() -> admin.upload(collections + "/" + Question.COLLECTION + "/documents", "stroke.md", "text/markdown",
						"# Stroke\n\nA statin is started before discharge after an ischaemic stroke.\n"),
				(answer) -> answer.status() == 202);
		if (accepted.status() != 202) {
			throw new AssertionError("the document is refused: " + created.body() + accepted.body());
		}
		String document = collections + "/" + Question.COLLECTION + "/documents/"
				+ accepted.json().path("id").asString("");
		Answer ready = Eventually.get(CATCH_UP, () -> admin.get(document),
				(answer) -> answer.json().path("status").asString("").equals("ready"));
		if (!ready.json().path("status").asString("").equals("ready")) {
			throw new AssertionError("the document is not taken in: " + ready.body());
		}
	}

}
