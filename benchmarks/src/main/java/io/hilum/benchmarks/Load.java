package io.hilum.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * One run of requests against a target. Latencies are in microseconds; in an open loop
 * they count from the time at which the request was due, so that a stall is not left out.
 */
final class Load {

	private static final long HIGHEST_MICROS = 120_000_000;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Histogram whole = new ConcurrentHistogram(HIGHEST_MICROS, 3);

	private final Histogram firstChunk = new ConcurrentHistogram(HIGHEST_MICROS, 3);

	private final LongAdder errors = new LongAdder();

	private final Target target;

	private final boolean stream;

	Load(Target target, boolean stream) {
		this.target = target;
		this.stream = stream;
	}

	/**
	 * Ask again as soon as an answer is complete.
	 */
	Load closed(int connections, Duration time) {
		long end = System.nanoTime() + time.toNanos();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < connections; i++) {
				threads.execute(() -> {
					while (System.nanoTime() < end) {
						ask(System.nanoTime());
					}
				});
			}
		}
		return this;
	}

	/**
	 * Ask at fixed times, whether or not answers have come.
	 */
	Load open(int perSecond, Duration time) {
		long gap = 1_000_000_000L / perSecond;
		long count = time.toNanos() / gap;
		Semaphore room = new Semaphore(1000);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			long start = System.nanoTime();
			for (long i = 0; i < count; i++) {
				long due = start + i * gap;
				LockSupport.parkNanos(due - System.nanoTime());
				room.acquireUninterruptibly();
				threads.execute(() -> {
					ask(due);
					room.release();
				});
			}
		}
		return this;
	}

	private void ask(long dueNanos) {
		try {
			HttpResponse<InputStream> response = this.client.send(this.target.request(this.stream),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				int first = body.read();
				this.firstChunk.recordValue(microsSince(dueNanos));
				byte[] rest = body.readAllBytes();
				record(response.statusCode() == 200 && first >= 0 && complete(rest), dueNanos);
			}
		}
		catch (IOException ex) {
			this.errors.increment();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean complete(byte[] rest) {
		return !this.stream || new String(rest, java.nio.charset.StandardCharsets.UTF_8).endsWith("data: [DONE]\n\n");
	}

	private void record(boolean good, long dueNanos) {
		if (good) {
			this.whole.recordValue(microsSince(dueNanos));
		}
		else {
			this.errors.increment();
		}
	}

	private static long microsSince(long nanos) {
		return Math.clamp((System.nanoTime() - nanos) / 1000, 1, HIGHEST_MICROS);
	}

	long answered() {
		return this.whole.getTotalCount();
	}

	long errors() {
		return this.errors.sum();
	}

	double wholeMillis(double percentile) {
		return this.whole.getValueAtPercentile(percentile) / 1000.0;
	}

	double firstChunkMillis(double percentile) {
		return this.firstChunk.getValueAtPercentile(percentile) / 1000.0;
	}

}
