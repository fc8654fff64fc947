package io.hilum.systemtests.rounds;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.invariants.Asked;

/**
 * Clients that ask one question after the other until they are told to stop, faults or
 * not, and remember how each ended.
 */
final class Crowd implements AutoCloseable {

	private static final Duration AFTER_FAILURE = Duration.ofMillis(300);

	private static final int MINUTES_TO_FINISH = 6;

	private static final int PATIENT = 6;

	private static final int PASSAGES = 1;

	private static final int BUDGET = 2;

	private final Queue<Asked> outcomes = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final Asking asking;

	private final AtomicLong numbers;

	private volatile boolean stopped;

	private Crowd(URI gateway, AtomicLong numbers) {
		this.asking = new Asking(this.client, gateway);
		this.numbers = numbers;
	}

	/**
	 * @param numbers gives each question its number
	 */
	static Crowd start(URI gateway, AtomicLong numbers) {
		Crowd crowd = new Crowd(gateway, numbers);
		for (int client = 0; client < size(); client++) {
			int which = client;
			crowd.threads.execute(() -> crowd.run(which));
		}
		return crowd;
	}

	static int size() {
		return PATIENT + PASSAGES + BUDGET;
	}

	long answered() {
		return this.outcomes.stream().filter((asked) -> asked.result() == Asked.Result.WHOLE).count();
	}

	/**
	 * Waits until so many more questions than now were answered.
	 */
	void awaitAnswers(int more, Duration atMost) {
		long before = answered();
		long now = Eventually.get(atMost, this::answered, (count) -> count >= before + more);
		if (now < before + more) {
			throw new AssertionError("only " + (now - before) + " answers of " + more + " within " + atMost + ", last: "
					+ List.copyOf(this.outcomes).reversed().stream().limit(5).toList());
		}
	}

	/**
	 * Lets every client finish what it is at.
	 * @return how every question ended
	 */
	List<Asked> finish() {
		close();
		return new ArrayList<>(this.outcomes);
	}

	@Override
	public void close() {
		this.stopped = true;
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(MINUTES_TO_FINISH, TimeUnit.MINUTES)) {
				throw new IllegalStateException("a client hangs");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.client.close();
	}

	private void run(int which) {
		try {
			for (int turn = which; !this.stopped; turn++) {
				Asked asked = this.asking.ask(question(which, turn));
				this.outcomes.add(asked);
				if (asked.result() != Asked.Result.WHOLE) {
					Thread.sleep(AFTER_FAILURE);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Question question(int which, int turn) {
		long number = this.numbers.incrementAndGet();
		boolean stream = turn % 2 == 0;
		if (which < PATIENT) {
			return Question.aboutPatient(number, (turn % 3 == 0) ? "echo" : "slow", stream);
		}
		return (which < PATIENT + PASSAGES) ? Question.withPassages(number, stream) : Question.onBudget(number, stream);
	}

}
