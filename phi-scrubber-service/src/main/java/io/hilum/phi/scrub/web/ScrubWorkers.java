package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import io.hilum.phi.detect.DetectionFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpStatus;

/**
 * The threads that scrub, apart from those that serve connections. So many work, so many
 * wait as long as their bodies are not too large in all, others are told to come again. A
 * small body, which takes less time than to wake a thread, is scrubbed where it arrived.
 */
class ScrubWorkers implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ScrubWorkers.class);

	private final ThreadPoolExecutor executor;

	private final Scheduler scheduler;

	private final Duration timeout;

	private final int inline;

	private final long maxPending;

	private final AtomicLong pending = new AtomicLong();

	ScrubWorkers(int threads, int queue, int inline, long maxPending, Duration timeout) {
		ThreadFactory factory = Thread.ofPlatform().name("hilum-scrub-", 0).daemon().factory();
		this.executor = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue),
				factory);
		this.scheduler = Schedulers.fromExecutorService(this.executor, "hilum-scrub");
		this.inline = inline;
		this.maxPending = maxPending;
		this.timeout = timeout;
	}

	/**
	 * Run a piece of work that only computes, on one of the threads unless it is small.
	 * @param bytes the size of the body that it holds until it ends
	 * @param work the work, which ends early when its thread is interrupted
	 * @return its result, or {@link ScrubProblem.Overloaded}
	 */
	<T> Mono<T> run(int bytes, Callable<T> work) {
		return (bytes <= this.inline) ? admit(bytes, answer(work)) : runOnThread(bytes, work);
	}

	/**
	 * Run a piece of work that may wait, for a disk for example, on one of the threads.
	 * @param bytes the size of the body that it holds until it ends
	 * @param work the work, which ends early when its thread is interrupted
	 * @return its result, or {@link ScrubProblem.Overloaded}
	 */
	<T> Mono<T> runOnThread(int bytes, Callable<T> work) {
		return admit(bytes, onThread(answer(work)));
	}

	private <T> Mono<T> admit(int bytes, Mono<T> working) {
		return Mono.defer(() -> {
			if (this.pending.addAndGet(bytes) > this.maxPending) {
				this.pending.addAndGet(-bytes);
				return Mono.error(new ScrubProblem.Overloaded("Too much text waits already").asException());
			}
			return working.doFinally((signal) -> this.pending.addAndGet(-bytes));
		});
	}

	private <T> Mono<T> onThread(Mono<T> working) {
		return working.subscribeOn(this.scheduler)
			.timeout(this.timeout)
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new ScrubProblem.Overloaded("All threads are busy and the queue is full").asException())
			.onErrorMap(TimeoutException.class,
					(ex) -> new ScrubProblem.Overloaded("The request could not be scrubbed in time").asException());
	}

	/**
	 * What no detector looked at is refused. An error of the machine itself, such as no
	 * more memory, would end the thread and leave the caller waiting until the time is
	 * up.
	 */
	private static <T> Mono<T> answer(Callable<T> work) {
		return Mono.fromCallable(() -> {
			try {
				return work.call();
			}
			catch (DetectionFailedException ex) {
				logger.error("A request was not scrubbed: {}", ex.getMessage());
				throw failed();
			}
			catch (Error ex) {
				logger.error("A request was not scrubbed: {}", ex.getClass().getName());
				throw failed();
			}
		});
	}

	private static ScrubProblemException failed() {
		return new ScrubProblem.Other(HttpStatus.SERVICE_UNAVAILABLE, "scrubber_failed",
				"The request could not be scrubbed")
			.asException();
	}

	int waiting() {
		return this.executor.getQueue().size();
	}

	int active() {
		return this.executor.getActiveCount();
	}

	@Override
	public void close() {
		this.scheduler.dispose();
	}

}
