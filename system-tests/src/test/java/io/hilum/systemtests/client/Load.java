package io.hilum.systemtests.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import io.hilum.systemtests.client.Sdk.Reply;

/**
 * Clients that ask one question after the other, half of them streamed, until they are
 * told to stop. Every question is about a patient and differs from every other.
 */
public final class Load implements AutoCloseable {

	private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

	private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

	private final AtomicInteger questions = new AtomicInteger();

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Future<?>> running = new ArrayList<>();

	private final Sdk sdk;

	private volatile boolean stopped;

	private Load(URI gateway, String key) {
		this.sdk = new Sdk(gateway, key);
	}

	/**
	 * Starts clients that take turns on the models.
	 */
	public static Load start(URI gateway, String key, int clients, List<String> models) {
		Load load = new Load(gateway, key);
		for (int client = 0; client < clients; client++) {
			int first = client;
			load.running.add(load.clients.submit(() -> load.run(first, models)));
		}
		return load;
	}

	public List<Outcome> outcomes() {
		return List.copyOf(this.outcomes);
	}

	public List<Outcome> answered() {
		return this.outcomes.stream().filter(Outcome::answered).toList();
	}

	/**
	 * Lets every client finish what it is at.
	 * @return how every question ended
	 */
	public List<Outcome> finish() {
		close();
		return outcomes();
	}

	@Override
	public void close() {
		this.stopped = true;
		this.clients.shutdown();
		try {
			if (!this.clients.awaitTermination(240, TimeUnit.SECONDS)) {
				throw new IllegalStateException("a client hangs");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.sdk.close();
	}

	private void run(int first, List<String> models) {
		for (int turn = first; !this.stopped; turn++) {
			Outcome outcome = ask(models.get(turn % models.size()), turn % 2 == 0);
			this.outcomes.add(outcome);
			if (!outcome.answered()) {
				pause();
			}
		}
	}

	private Outcome ask(String model, boolean stream) {
		String question = "Question %d: patient Marta Novakova, MRN 48213907, phone (312) 555-0147, is she due for a visit?"
			.formatted(this.questions.incrementAndGet());
		long start = System.nanoTime();
		try {
			Reply reply = stream ? this.sdk.stream(model, question) : this.sdk.ask(model, question);
			boolean whole = reply.text().equals(question);
			return new Outcome(whole, reply.requestId(), whole ? "" : "answered: " + reply.text(), millisSince(start));
		}
		catch (OpenAIServiceException ex) {
			return new Outcome(false, String.join(",", ex.headers().values("x-request-id")),
					ex.statusCode() + " " + ex.code().orElse(""), millisSince(start));
		}
		catch (OpenAIException ex) {
			return new Outcome(false, "", String.valueOf(ex), millisSince(start));
		}
	}

	private static long millisSince(long start) {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}

	private static void pause() {
		try {
			Thread.sleep(AFTER_FAILURE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * How one question ended: answered in full and restored, or the reason why not.
	 */
	public record Outcome(boolean answered, String requestId, String reason, long millis) {

	}

}
