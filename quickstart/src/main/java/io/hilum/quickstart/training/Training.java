package io.hilum.quickstart.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.quickstart.machine.NotReadyException;

/**
 * Asks the running suite's sandbox the same kind of question again and again, streamed
 * and whole. A JVM that is told to write its ahead-of-time cache notes the classes and
 * methods that this takes (JEP 483, JEP 515).
 */
public final class Training {

	private static final int CLIENTS = 8;

	private static final String QUESTION = """
			{"model":"sandbox","stream":%s,"messages":[{"role":"system","content":"You answer briefly."},
			{"role":"user","content":"Question %d: Irma Peter, MRN 964741, was seen on 10/20/2023 at 4 Elm Street and
			can be called at 212-555-0143. Her HbA1c was 7.2 %% and metformin was continued. What comes next?"}]}
			""";

	private final URI address;

	private final String key;

	private final HttpClient client = HttpClient.newHttpClient();

	private final AtomicInteger failed = new AtomicInteger();

	/**
	 * Create a training.
	 * @param gateway the address of the gateway
	 * @param key the key to ask with
	 */
	public Training(String gateway, String key) {
		this.address = URI.create(gateway + "/v1/chat/completions");
		this.key = key;
	}

	/**
	 * Ask.
	 * @param requests how often; one in eight is streamed
	 * @throws InterruptedException if nobody waits for it any more
	 */
	public void run(int requests) throws InterruptedException {
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		for (int number = 0; number < requests; number++) {
			int asked = number;
			clients.execute(() -> ask(asked));
		}
		clients.shutdown();
		if (!clients.awaitTermination(10, TimeUnit.MINUTES) || this.failed.get() > requests / 10) {
			throw new NotReadyException(this.failed.get() + " of " + requests + " requests failed: nothing was learnt");
		}
	}

	private void ask(int number) {
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.header("Authorization", "Bearer " + this.key)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(QUESTION.formatted(number % CLIENTS == 0, number)))
			.build();
		try {
			HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				this.failed.incrementAndGet();
			}
		}
		catch (IOException ex) {
			this.failed.incrementAndGet();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
